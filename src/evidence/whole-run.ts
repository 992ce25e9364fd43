// Whether a run was of everything: only such a run is what releases are compared with, and pays what an emergency owes.
// Said here alone, since what is whole for the history and not for the gate would let a part of the suite pass for all.
import type { Plan } from '../plan/plan.ts'
import type { Seal, Shard } from '../run/seal.ts'
import { compareShards } from './compare-shards.ts'

export type RunExtent = {
  /** Null where no plan could be read. */
  readonly selection: Plan['selection'] | null
  /** How many cases the plan has. */
  readonly planned: number
  /** Null for a run that never ended. */
  readonly seal:
    (Pick<Seal, 'interrupted'> & { readonly shards: readonly Pick<Shard, 'index' | 'total'>[] }) | null
}

/** Narrowed by nobody, not interrupted, and with every shard of its split in the seal, each once. */
export function isWholeRun({ selection, planned, seal }: RunExtent): boolean {
  if (selection === null || planned === 0 || seal === null || seal.interrupted) return false
  return Object.values(selection).every((value) => value === null) && compareShards(seal.shards).length === 0
}
