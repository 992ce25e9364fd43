// Scenarios that no run will ever come to, for whoever plans or runs the features they stand in.
import type { NeverRun } from '../plan/find-never-run.ts'
import { plain, type Style } from './render-text-style.ts'

const mostShown = 10

/** Each with its place and the reason; the gate's word on them comes last. */
export function renderNeverRun(found: readonly NeverRun[], style: Style): string {
  const shown = found.slice(0, mostShown).map(({ uri, line, scenario, why }) => {
    const sign = style.paint('red', '✕')
    return `${sign} ${style.paint('bold', plain(scenario))}\n  ${uri}:${line}  ${style.paint('red', 'never runs')}: ${plain(why)}`
  })
  const more = found.length - shown.length
  const last = `The gate blocks on ${found.length === 1 ? 'it' : 'each of them'}.`
  return [...shown, ...(more > 0 ? [`and ${more} more`] : []), last].join('\n')
}
