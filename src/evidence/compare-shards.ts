// The shards of a seal against each other: a run that was split is all there only when every part of it is.
import type { Shard } from '../run/seal.ts'
import type { EvidenceProblem } from './evidence.ts'
import { listMissing } from './list-missing.ts'
import { makeProblem } from './make-problem.ts'

/** One shard of each index, all of one total. Three of four shards would otherwise look like fewer tests. */
export function compareShards(shards: readonly Pick<Shard, 'index' | 'total'>[]): EvidenceProblem[] {
  const total = shards.reduce((most, shard) => Math.max(most, shard.total), 1)
  const missing = listMissing(
    shards.map(({ index }) => index),
    total,
  )
  const seen = new Set<number>()
  const odd = shards.filter(({ index, total: own }) => {
    const isTwice = seen.has(index)
    seen.add(index)
    return isTwice || own !== total
  })
  return [
    ...missing.map((index) => makeProblem('shard-missing', `${index}/${total}`)),
    ...odd.map(({ index, total: own }) =>
      makeProblem('shard-overlap', `${index}/${own}`, { reason: 'twice or of another split' }),
    ),
  ]
}
