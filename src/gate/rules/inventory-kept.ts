// Every scenario of the last passed release is still there. A test that is deleted fails no more, and neither does one
// that was renamed, or kept from a tenant it ran for: each needs somebody who approved it and is not the author.
import { z } from 'zod'
import { findBaseline, nameBaseline, type Baseline } from '../baseline.ts'
import { findLeft, findLosses } from '../lost-scenarios.ts'
import { isApproved, isNamed, isOpen } from '../removals.ts'
import { defineRule, type Judgement } from '../rule.ts'

export const inventoryKept = defineRule({
  id: 'inventory-kept',
  settings: z.strictObject({
    /** Whether there must be an earlier release to compare with. The first one has none. */
    requireBaseline: z.boolean().default(false),
  }),
  looser: { requireBaseline: 'less' },
  evaluate({ evidence, release, history, settings: { requireBaseline } }) {
    const baseline = findBaseline(history)
    const losses = baseline.last ? findLosses(baseline.last.scenarios, evidence) : []
    const removals = release?.removals ?? []
    const vague = removals.filter((removal) => isOpen(removal, losses))
    const approved = removals.filter((removal) => isApproved(removal, release) && !vague.includes(removal))
    const open = losses.filter((loss) => !approved.some((removal) => isNamed(loss, removal)))
    const left = baseline.last ? findLeft(baseline.last.scenarios, evidence) : []
    const unused = removals.filter((removal) => !losses.some((loss) => isNamed(loss, removal)))
    const refused = removals.filter((removal) => !isApproved(removal, release))
    const cannotTell =
      !evidence.has.plan || evidence.counts.planned === 0 || lacksBaseline(baseline, requireBaseline)
    return {
      outcome: judge({ open: open.length, odd: unused.length + left.length, cannotTell }),
      expected: { unapproved: 0, requireBaseline },
      actual: {
        baseline: nameBaseline(baseline),
        problem: baseline.problem,
        hasPlan: evidence.has.plan,
        scenarios: baseline.last?.scenarios.length ?? 0,
        gone: open.map(({ what }) => what),
        removed: losses.length - open.length,
        notApproved: open
          .filter((loss) => refused.some((removal) => isNamed(loss, removal)))
          .map(({ name }) => name),
        ...(vague.length > 0 && { vagueRemovals: [...new Set(vague.map(({ scenario }) => scenario))] }),
        unusedRemovals: unused.map(({ scenario }) => scenario),
        tenantsLeft: left,
      },
      cases: [],
      tenants: open.some(({ tenants }) => tenants.length === 0)
        ? []
        : [...new Set(open.flatMap(({ tenants }) => tenants))],
    }
  },
})

function lacksBaseline({ state }: Baseline, isRequired: boolean): boolean {
  return state === 'unreadable' || (state === 'none' && isRequired)
}

type Found = { readonly open: number; readonly odd: number; readonly cannotTell: boolean }

/** A removal that nothing needs would excuse the next scenario of that name, and a tenant take all of its own along, unseen. */
function judge({ open, odd, cannotTell }: Found): Judgement['outcome'] {
  if (cannotTell) return 'inconclusive'
  if (open > 0) return 'fail'
  return odd > 0 ? 'warn' : 'pass'
}
