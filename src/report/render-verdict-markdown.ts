// verdict.md: what the release page says, for a pull request. The most important comes first, because comments are
// cut, and the whole stays below what code hosts take.
import { listStopping } from './render-page-rules.ts'
import { isPassOfOne } from './render-page-tenants.ts'
import { code, escapeMarkdown as text, fence, renderSentence, table } from '../notice/markdown.ts'
import { cellMarks, levelWords, outcomeWords, ruleMarks, verdictMarks, words } from './page-words.ts'
import type { FailedScenario, Failures, Report, RuleLine } from './report.ts'

/** Code hosts refuse comments of more than 65,536 characters; some count bytes. */
export const longestMarkdownBytes = 60_000

const signs = { pass: '✅', block: '⛔', inconclusive: '❔', preview: '❔', none: '❔' } satisfies Record<
  Report['word'],
  string
>

/** The verdict as Markdown; failures are left out, from the last, until it is short enough, and before all of them the details. */
export function renderVerdictMarkdown(report: Report): string {
  for (const room of rooms) {
    const whole = renderWith(report, room)
    if (Buffer.byteLength(whole) <= longestMarkdownBytes) return whole
  }
  return cut(renderWith(report, { failures: 0, details: false }))
}

type Room = { readonly failures: number; readonly details: boolean }

const rooms: readonly Room[] = [true, false].flatMap((details) =>
  [40, 20, 10, 5, 2, 1].map((failures) => ({ failures, details })),
)

function renderWith(report: Report, { failures, details }: Room): string {
  const parts = [
    `## ${signs[report.word]} ${verdictMarks[report.word].word}: ${text(report.title)}`,
    text(report.reason),
    ...report.warnings.map((warning) => `> **Note:** ${renderSentence(warning)}`),
    renderStopping(report.rules),
    renderFailures(report.failures, failures),
    renderProblems(report.problemLines),
    renderTenants(report),
    renderExceptions(words.quarantined, report.quarantined),
    renderExceptions(words.waivers, report.waivers),
    ...(details ? [renderFlaky(report), renderOmissions(report), renderRules(report)] : []),
    renderFacts(report),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function renderStopping(rules: readonly RuleLine[]): string {
  const stopping = listStopping(rules)
  if (stopping.length === 0) return ''
  return [`### ${words.stopping}`, ...stopping.map(renderStop)].join('\n\n')
}

function renderStop({ state, title, failed, rule, expected, found, remedy }: RuleLine): string {
  const mark = ruleMarks[state]
  return [
    `- **${mark.glyph} ${text(state === 'fail' ? failed : title)}** (${code(rule)}: ${mark.word.toLowerCase()})  `,
    `  ${words.expected}: ${text(expected)}  `,
    `  ${words.found}: **${text(found)}**  `,
    ...(remedy === '' ? [] : [`  ${words.remedy}: ${renderSentence(remedy)}`]),
  ].join('\n')
}

function renderFailures({ features, total, all: where }: Failures, most: number): string {
  if (total === 0) return ''
  const all = features.flatMap(({ feature, scenarios }) => scenarios.map((failed) => ({ feature, failed })))
  const shown = all.slice(0, most)
  const more = total - shown.reduce((sum, { failed }) => sum + failed.tenants.length, 0)
  return [
    `### ${words.failures}`,
    ...shown.map(renderFailure),
    ...(more > 0 ? [text(words.more(more, where))] : []),
  ].join('\n\n')
}

function renderFailure({ feature, failed }: { feature: string; failed: FailedScenario }): string {
  const example = failed.example === '' ? '' : ` (${text(failed.example)})`
  const tenants = failed.tenants.map(({ name }) => name).filter((name) => name !== '')
  return [
    `- ${text(feature)} · **${text(failed.scenario)}**${example}: ${outcomeWords[failed.outcome]}`,
    ...(tenants.length === 0 ? [] : ['', `  ${words.failedFor}: ${text(tenants.join(', '))}`]),
    ...(failed.step === null ? [] : ['', `  ${words.step}: ${text(failed.step)}`]),
    '',
    fence(failed.cause, '  '),
  ].join('\n')
}

/** What has no case to hang on. */
function renderProblems(lines: readonly string[]): string {
  if (lines.length === 0) return ''
  return [`### ${words.problems}`, lines.map((line) => `- ${text(line)}`).join('\n')].join('\n\n')
}

function renderTenants(report: Report): string {
  const { tenants } = report
  if (tenants.length === 0) return ''
  const header = ['Tenant', 'Verdict', ...Object.values(cellMarks).map(({ word }) => word)]
  const rows = tenants.map((card) => [
    `${text(card.name)} ${code(card.id)}`,
    `${verdictMarks[card.verdict].glyph} ${verdictMarks[card.verdict].word}`,
    ...[card.passed, card.flaky, card.failed, card.skipped].map(String),
  ])
  const note = isPassOfOne(report) ? [words.passOfOne] : []
  return [`### ${words.tenants}`, table(header, rows), ...note].join('\n\n')
}

/** What somebody has taken upon themselves, few as they are, is never left out. */
function renderExceptions(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return ''
  const shown = lines.slice(0, 20).map((line) => `- ${text(line)}`)
  const more = lines.length > shown.length ? [`- and ${lines.length - shown.length} more`] : []
  return [`### ${title}`, [...shown, ...more].join('\n')].join('\n\n')
}

function renderFlaky({ flaky, flakyMore }: Report): string {
  if (flaky.length === 0) return ''
  const shown = flaky.slice(0, 20).map(({ scenario, place }) => `- ${text(scenario)} (${code(place)})`)
  const left = flaky.slice(20).reduce((sum, { tenants }) => sum + tenants.length, flakyMore)
  const more = left > 0 ? [`- and ${left} more`] : []
  return [`### ${words.flaky}`, [...shown, ...more].join('\n')].join('\n\n')
}

function renderOmissions({ exclusions }: Report): string {
  const left = exclusions.map(({ count, reason }) => `- ${count} left out: ${text(reason)}`)
  return left.length === 0 ? '' : [`### ${words.omissions}`, left.join('\n')].join('\n\n')
}

function renderRules({ rules, rulesOff }: Report): string {
  if (rules.length === 0) return ''
  const rows = rules.map((rule) => [
    ruleMarks[rule.state].glyph,
    `${text(rule.title)} ${code(rule.rule)}${renderNote(rule)}`,
    text(rule.expected),
    text(rule.found),
  ])
  const off = rulesOff.length === 0 ? [] : [`${words.rulesOff} ${rulesOff.map(code).join(', ')}`]
  return [
    `<details><summary>${words.rules} (${rules.length})</summary>`,
    table(['', 'Rule', words.expected, words.found], rows),
    ...off,
    '</details>',
  ].join('\n\n')
}

function renderNote({ state, waiver, level }: RuleLine): string {
  if (waiver !== null) return ` (${text(words.waived(waiver))})`
  return state === 'noted' ? ` (${levelWords[level]})` : ''
}

function renderFacts({ facts, policy }: Report): string {
  const lines = facts.map(
    ({ name, value, detail }) => `- ${name}: ${text([value, detail].filter(Boolean).join(' · '))}`,
  )
  return [...lines, ...(policy === '' ? [] : [`- ${words.policy}: ${text(policy)}`])].join('\n')
}

/** Only absurdly long names lead here; the head is what matters. */
function cut(markdown: string): string {
  const head = Buffer.from(markdown)
    .subarray(0, longestMarkdownBytes - 8)
    .toString()
  return head.length < markdown.length ? `${head.replace(/\uFFFD+$/, '')}\n\n…\n` : markdown
}
