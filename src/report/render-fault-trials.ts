// Faults and the scenarios that caught them: on the terminal while they are tried, and as a page of the documentation.
import { styleText } from 'node:util'
import { byText } from '../release/by-text.ts'
import type { Catch, FaultTrial } from './fault-trial.ts'
import { count } from './count-nouns.ts'

/** On the terminal, and on the page. */
const [mostShown, mostListed] = [3, 5]

/** One fault as it stands on the terminal. */
export function renderFaultTrial({ fault, caught, cases }: FaultTrial): string {
  if (caught.length === 0) {
    const head = `${styleText('red', '✗')} ${styleText('bold', fault.name)} ${styleText('red', 'was not noticed')}`
    return `${head} by any of ${cases} cases\n    ${fault.summary}`
  }
  const shown = caught
    .slice(0, mostShown)
    .map(({ scenario, tenants }) => `    ${scenario} (${tenants.join(', ')})`)
  if (caught.length > mostShown) shown.push(`    … and ${caught.length - mostShown} more`)
  const head = `${styleText('green', '✓')} ${styleText('bold', fault.name)} caught by ${count(caught.length, 'scenario')}`
  return [head, ...shown.map((line) => styleText('dim', line))].join('\n')
}

/** Why nothing can be said. */
export function renderUnsound(failed: readonly Catch[]): string {
  const head = 'The suite does not pass without a fault, so nothing can be said.'
  return [head, ...failed.map(({ scenario, uri }) => `  ${scenario} (${uri})`)].join('\n')
}

/** The last line. */
export function renderFaultCounts(trials: readonly FaultTrial[]): string {
  const missed = trials.filter(({ caught }) => caught.length === 0)
  if (missed.length === 0) return styleText('green', `${count(trials.length, 'fault')}, all of them caught`)
  const names = missed.map(({ fault }) => fault.name).join(', ')
  return styleText('red', `${missed.length} of ${count(trials.length, 'fault')} not noticed: ${names}`)
}

/** docs/faults.md */
export function renderFaultPage(trials: readonly FaultTrial[], targetName: string): string {
  const byCapability = Map.groupBy(trials, ({ fault }) => fault.capability)
  const sections = [...byCapability]
    .toSorted(byText(([name]) => name))
    .flatMap(([capability, of]) => renderSection(capability, of))
  return [
    '# Faults and what catches them',
    '',
    `Written by \`npm run faults\`: the suite runs once for each fault that the target \`${targetName}\` can be started with,`,
    'only the scenarios that can matter. A fault that nothing catches fails the command.',
    '',
    ...sections,
  ].join('\n')
}

function renderSection(capability: string, trials: readonly FaultTrial[]): string[] {
  const rows = trials.map(
    (trial) => `| \`${trial.fault.name}\` | ${cell(trial.fault.summary)} | ${renderCaught(trial)} |`,
  )
  return [`## ${capability}`, '', '| fault | what is wrong | caught by |', '| --- | --- | --- |', ...rows, '']
}

function renderCaught({ caught }: FaultTrial): string {
  if (caught.length === 0) return '**nothing**'
  const shown = caught
    .slice(0, mostListed)
    .map(({ scenario, tenants }) => `${cell(scenario)} (${tenants.join(', ')})`)
  const more = caught.length > shown.length ? [`and ${caught.length - shown.length} more`] : []
  return [...shown, ...more].join('<br>')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
}
