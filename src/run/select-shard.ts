// Which cases of a plan a shard has: asked by whoever runs them, and by whoever tells how many there are.
import type { Case } from '../plan/plan.ts'
import { byText } from '../release/by-text.ts'
import type { RunSetup } from './run-setup.ts'

/** Every total-th case in the order of identities: of one plan each machine chooses the same, and neighbours in a feature are spread. */
export function selectShard(cases: readonly Case[], { index, total }: RunSetup['shard']): Case[] {
  const sorted = cases.toSorted(byText(({ id }) => id))
  return sorted.filter((_, position) => position % total === index - 1)
}
