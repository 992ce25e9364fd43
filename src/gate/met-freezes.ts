// Which freezes a release meets: those of everybody, and those of tenants that it touches.
import { makeImpact } from '../notice/impact.ts'
import { resolveFreeze, type Freeze } from '../release/freezes.ts'
import type { Promised } from '../release/promised.ts'
import type { Release } from '../release/release.ts'
import type { ReleaseWindow } from '../release/resolve-window.ts'
import type { RuleInput } from './rule.ts'
import { overlaps } from './wall-hours.ts'

export type Met = {
  readonly freeze: Freeze
  readonly state: 'met' | 'clear' | 'unknown'
  /** Null where it holds for everybody. */
  readonly tenants: readonly string[] | null
}

type Asked = { readonly release: Release; readonly promised: Promised } & Pick<RuleInput, 'evidence'>

/** Every freeze, and whether it meets that span of time for anybody whom the release touches, by whatever that is told. */
export function listMet(asked: Asked, span: ReleaseWindow): Met[] {
  const { freezes, tenants, provider } = asked.promised
  const everybody = tenants.map(({ id }) => id)
  const touched = asked.release.services.length === 0 ? everybody : makeImpact(asked).tenants
  const known = new Set(everybody)
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

/** Nobody writes freezes for longer. */
const farHours = 24 * 366

/** The freezes to come that a release meets which may be let in at any time, each as it begins and ends. */
export function listComing({ release, promised, evidence, now }: RuleInput): ReleaseWindow[] {
  if (release === null || promised === null) return []
  const start = Temporal.Instant.fromEpochMilliseconds(Math.floor(now))
  const met = listMet({ release, promised, evidence }, { start, end: start.add({ hours: farHours }) })
  return met
    .filter(({ state }) => state === 'met')
    .flatMap(({ freeze }) => resolveFreeze(freeze, promised.provider.zone) ?? [])
}
