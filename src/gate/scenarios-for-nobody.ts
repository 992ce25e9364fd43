// A scenario whose tags ask for what no tenant has is never run, and what never runs never fails: one letter too few in
// `@service:wallet` is enough. What only some targets offer says so by `@needs:`, which is no mistake.
import type { Evidence } from '../evidence/evidence.ts'
import { compareTexts } from '../release/by-text.ts'

type LeftOut = Evidence['leftOut'][number]

/** Those that services and tenants keep from every tenant, and outlines without a row, each with its file. */
export function findScenariosForNobody({ cases, leftOut }: Evidence): string[] {
  const planned = new Set(cases.filter((found) => found.planned).map(nameOf))
  const groups = Map.groupBy(leftOut, nameOf)
  return [...groups]
    .filter(([name, all]) => !planned.has(name) && all.every(isMistake))
    .map(([name]) => name)
    .toSorted(compareTexts)
}

function isMistake({ reason }: LeftOut): boolean {
  return reason === 'service' || reason === 'tenants' || reason === 'rows'
}

function nameOf({ scenario, uri }: Readonly<Record<'scenario' | 'uri', string | null>>): string {
  return `${scenario} in ${uri}`
}
