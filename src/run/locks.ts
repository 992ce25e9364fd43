// Which cases keep others away. What a lock means is decided here, for whoever hands out work.
import type { Case } from '../plan/plan.ts'

/** Beside no other case. */
const everyLock = '*'
/** Beside none of its tenant, whose clock it may move; and, since any case may act for several tenants, only beside its like. */
const tenantLock = 'tenant'

/** Cases that keep others away come when those are done: first everybody, then tenant by tenant, then one at a time. */
export function phaseOf({ locks }: Case): number {
  if (locks.includes(everyLock)) return 2
  return locks.includes(tenantLock) ? 1 : 0
}

type Work = { readonly case: Case }

/** Whether a case may run while the others do. */
export function mayRunBeside({ case: found }: Work, others: readonly Work[]): boolean {
  return others.every((other) => areApart(found, other.case))
}

function areApart(a: Case, b: Case): boolean {
  if (a.locks.length === 0 && b.locks.length === 0) return true
  const phase = phaseOf(a)
  if (phase !== phaseOf(b) || phase === 2) return false
  if (phase === 1 && a.tenant === b.tenant) return false
  return !a.locks.some((lock) => lock !== tenantLock && b.locks.includes(lock))
}
