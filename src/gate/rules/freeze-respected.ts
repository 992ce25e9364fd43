// Some weeks nothing is deployed, whatever else holds: a blackout wins over every good reason. A tenant may have one of
// its own, which counts for whatever touches a service that it has.
import { z } from 'zod'
import type { Freeze } from '../../release/freezes.ts'
import type { ReleaseWindow } from '../../release/resolve-window.ts'
import { listMet, type Met } from '../met-freezes.ts'
import { describeWindow, findWindow, needsWindow } from '../release-window.ts'
import { defineRule, type Judgement, type RuleInput } from '../rule.ts'

export const freezeRespected = defineRule({
  id: 'freeze-respected',
  settings: z.strictObject({}),
  evaluate(input) {
    const { release, promised, evidence } = input
    const span = findTime(input)
    const met = release && promised && span ? listMet({ release, promised, evidence }, span) : null
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
