// What the last release tried and this one does not. Tenants come and go, and so do their services: that alone loses no
// scenario. Whatever else does is for somebody to approve.
import type { Evidence } from '../evidence/evidence.ts'
import type { PastScenario } from '../history/past.ts'
import { makeCaseId } from '../plan/case-id.ts'

export type Loss = {
  readonly name: string
  /** Its feature file. */
  readonly uri: string
  readonly what: string
  /** Empty where no tenant runs it any more. */
  readonly tenants: readonly string[]
}

/** Scenarios that no tenant runs any more, and those that a tenant has lost while others still run them. */
export function findLosses(scenarios: readonly PastScenario[], evidence: Evidence): Loss[] {
  const isThere = makeLookup(evidence)
  return scenarios.flatMap((past) => {
    const { scenario: name, uri } = past
    const label = nameExample(past)
    const without = evidence.tenants.filter(({ id }) => !isThere(past, id))
    if (without.length === evidence.tenants.length)
      return [{ name, uri, what: `${label} in ${uri}`, tenants: [] }]
    // Whose turn it is changes with the tenants there are.
    const lost = past.oneTenant === true ? [] : without.filter((tenant) => isDue(past, tenant))
    return lost.map(({ id }) => ({ name, uri, what: `${label} for ${id}`, tenants: [id] }))
  })
}

/** Tenants that are none any more. That loses no scenario, but is to be seen. */
export function findLeft(scenarios: readonly PastScenario[], { tenants }: Evidence): string[] {
  const known = new Set(tenants.map(({ id }) => id))
  const before = new Set(scenarios.flatMap(({ cases }) => cases.map(({ tenant }) => tenant)))
  return [...before].filter((id) => !known.has(id)).toSorted()
}

/** What is planned for a tenant, or waits outside of the suite of this kind of release. */
function makeLookup({ cases, leftOut }: Evidence): (past: PastScenario, tenant: string) => boolean {
  const planned = new Set(cases.filter((found) => found.planned).map(({ id }) => id))
  const waiting = new Set(
    leftOut.filter(({ reason }) => reason === 'selection').map((out) => keyOf(out, out.tenant)),
  )
  return ({ example, ...past }, tenant) =>
    planned.has(makeCaseId({ ...past, example: example.map(({ value }) => value) }, tenant)) ||
    waiting.has(keyOf(past, tenant))
}

/**
 * Whether a tenant that had it has every service that it needed then. What it needs now says nothing: a tag more would
 * keep it from a tenant unseen. Older records do not know what was needed, so there a tenant that had it is due it.
 */
function isDue(
  { cases, services: needed = [] }: PastScenario,
  { id, services }: Evidence['tenants'][number],
): boolean {
  return cases.some(({ tenant }) => tenant === id) && needed.every((service) => services.includes(service))
}

function nameExample({ scenario, example }: PastScenario): string {
  return example.length === 0 ? scenario : `${scenario} (${example.map(({ value }) => value).join(', ')})`
}

function keyOf({ uri, scenario }: Pick<PastScenario, 'uri' | 'scenario'>, tenant: string | null): string {
  return [uri, scenario, tenant ?? ''].join('\0')
}
