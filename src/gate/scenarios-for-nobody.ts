// A scenario whose tags ask for what no tenant has is never run, and what never runs never fails: one letter too few in
// `@service:wallet` is enough. What only some targets offer says so by `@needs:`, which is no mistake.
import type { Evidence } from '../evidence/evidence.ts'
import { compareTexts } from '../release/by-text.ts'

type LeftOut = Evidence['leftOut'][number]

/** Those that services and tenants keep from every tenant, and Examples without a row, each with its place. */
export function findScenariosForNobody({ cases, leftOut }: Evidence): string[] {
  const planned = new Set(
    cases.filter((found) => found.planned).flatMap((found) => [nameOf(found), placeOf(found)]),
  )
  // Rows of one outline are told apart by their lines: tags of its Examples may keep some of them from everybody.
  const groups = Map.groupBy(leftOut, placeOf)
  return [...groups]
    .filter(([place, all]) => !planned.has(place) && all.every(isMistake))
    .map(([place]) => place)
    .toSorted(compareTexts)
}

function isMistake({ reason }: LeftOut): boolean {
  return reason === 'service' || reason === 'tenants' || reason === 'rows'
}

type Placed = Readonly<Record<'scenario' | 'uri', string | null>> & {
  readonly line?: number | null | undefined
}

function nameOf({ scenario, uri }: Placed): string {
  return `${scenario} in ${uri}`
}

/** Evidence of earlier versions has no lines. */
export function placeOf(placed: Placed): string {
  return typeof placed.line === 'number' ? `${nameOf(placed)}:${placed.line}` : nameOf(placed)
}
