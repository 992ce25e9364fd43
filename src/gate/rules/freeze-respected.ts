// Some weeks nothing is deployed, whatever else holds: a blackout wins over every good reason. A tenant may have one of
// its own, which counts for whatever touches a service that it has.
import { z } from 'zod'
import { resolveFreeze, type Freeze } from '../../release/freezes.ts'
import type { Promised } from '../../release/promised.ts'
import type { Release } from '../../release/release.ts'
import type { ReleaseWindow } from '../../release/resolve-window.ts'
import { describeWindow, findWindow, needsWindow } from '../release-window.ts'
import { defineRule, type Judgement, type RuleInput } from '../rule.ts'
import { overlaps } from '../wall-hours.ts'

export const freezeRespected = defineRule({
  id: 'freeze-respected',
  settings: z.strictObject({}),
  evaluate(input) {
    const { release, promised } = input
    const span = findTime(input)
    const met = release && promised && span ? listMet(promised, release, span) : null
    const broken = (met ?? []).filter(({ state }) => state === 'met')
    const unreadable = (met ?? []).filter(({ state }) => state === 'unknown')
    return {
      outcome: judge(met !== null, { broken: broken.length, unreadable: unreadable.length }),
      expected: { freezesMet: 0 },
      actual: {
        declared: release !== null,
        ...describeWindow(span),
        freezes: promised?.freezes.length ?? null,
        broken: broken.map(({ freeze }) => describe(freeze)),
        unreadable: unreadable.map(({ freeze }) => describe(freeze)),
      },
      cases: [],
      tenants: listFrozen(broken),
    }
  },
})

/** A release without a window is let in now. */
function findTime(input: RuleInput): ReleaseWindow | null {
  if (needsWindow(input)) return findWindow(input)
  const start = Temporal.Instant.fromEpochMilliseconds(Math.floor(input.now))
  return { start, end: start.add({ milliseconds: 1 }) }
}

type Met = {
  readonly freeze: Freeze
  readonly state: 'met' | 'clear' | 'unknown'
  /** Null where it holds for everybody. */
  readonly tenants: readonly string[] | null
}

function listMet({ freezes, tenants, provider }: Promised, release: Release, span: ReleaseWindow): Met[] {
  const touched = tenants
    .filter(({ services }) => release.services.length === 0 || meets(services, release.services))
    .map(({ id }) => id)
  const known = new Set(tenants.map(({ id }) => id))
  return freezes.map((freeze) => {
    // Whom nobody knows may be anybody: a name that is misspelt must not lift the freeze it stands in.
    const own = freeze.tenants?.filter((id) => touched.includes(id) || !known.has(id)) ?? null
    const frozen = resolveFreeze(freeze, provider.zone)
    if (own?.length === 0) return { freeze, state: 'clear', tenants: own }
    if (frozen === null || isEmpty(frozen)) return { freeze, state: 'unknown', tenants: own }
    return { freeze, state: overlaps(frozen, span) ? 'met' : 'clear', tenants: own }
  })
}

function isEmpty({ start, end }: ReleaseWindow): boolean {
  return Temporal.Instant.compare(start, end) >= 0
}

function meets(one: readonly string[], other: readonly string[]): boolean {
  return one.some((name) => other.includes(name))
}

function describe({ from, to, reason, tenants }: Freeze): string {
  const whom = tenants ? ` for ${tenants.join(' and ')}` : ''
  return `${from} to ${to}${whom}: ${reason}`
}

function listFrozen(broken: readonly Met[]): string[] {
  if (broken.some(({ tenants }) => tenants === null)) return []
  return [...new Set(broken.flatMap(({ tenants }) => tenants ?? []))].toSorted()
}

type Found = { readonly broken: number; readonly unreadable: number }

function judge(isKnown: boolean, { broken, unreadable }: Found): Judgement['outcome'] {
  if (broken > 0) return 'fail'
  return isKnown && unreadable === 0 ? 'pass' : 'inconclusive'
}
