// Scenarios that are written and never run: who wrote one would take a green run for its own. The gate blocks on each of
// them; whoever runs only their own feature has to hear of it as well.
import { compareTexts } from '../release/by-text.ts'
import { namesFile } from './match-path.ts'
import type { Exclusion, Plan } from './plan.ts'

export type NeverRun = Pick<Exclusion, 'uri' | 'line' | 'scenario'> & { readonly why: string }

/** Of the features that were asked for: those that stand twice, have no row, or ask for what no tenant has. */
export function findNeverRun({ cases, excluded, selection: { paths } }: Plan): NeverRun[] {
  const planned = new Set(cases.map(placeOf))
  const asked = excluded.filter(({ uri }) => paths === null || paths.some((path) => namesFile(path, uri)))
  return [...Map.groupBy(asked, placeOf)]
    .flatMap(([place, all]) => (planned.has(place) ? [] : describe(all)))
    .toSorted((a, b) => compareTexts(a.uri, b.uri) || a.line - b.line)
}

function describe(all: readonly Exclusion[]): NeverRun[] {
  const why = explain(all)
  return why === null ? [] : all.slice(0, 1).map(({ uri, line, scenario }) => ({ uri, line, scenario, why }))
}

function placeOf({ uri, line }: { readonly uri: string; readonly line: number }): string {
  return `${uri}:${line}`
}

/** Null where it is no mistake. */
function explain(all: readonly Exclusion[]): string | null {
  const twice = all.find(({ reason }) => reason === 'duplicate')
  if (twice) return `it is ${twice.detail}`
  const rowless = all.find(({ reason }) => reason === 'rows')
  if (rowless) return rowless.detail
  if (!all.every(({ reason }) => reason === 'service' || reason === 'tenants')) return null
  const asked = all.map(({ reason, detail }) =>
    reason === 'service' ? `service ${detail}` : `tenants ${detail}`,
  )
  return `no tenant fits its tags (${[...new Set(asked)].join(', ')})`
}
