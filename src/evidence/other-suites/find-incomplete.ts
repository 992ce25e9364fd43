// Of a suite that was run in parts every part has to be there, once: a part that is not there may hold the failures, and
// one that is there twice stands where another should.
import { compareTexts } from '../../release/by-text.ts'
import type { EvidenceProblem } from '../evidence.ts'
import { listMissing } from '../list-missing.ts'
import { makeProblem } from '../make-problem.ts'
import type { Shard } from './read-report.ts'

const longestList = 100

/** One problem for each suite of which a part is missing or there more than once; it names the first report. */
export function findIncomplete(shards: readonly Shard[]): EvidenceProblem[] {
  const suites = Map.groupBy(shards, ({ suite, total }) => `${total} ${suite}`)
  return [...suites.values()].flatMap(describeSuite)
}

function describeSuite(shards: readonly Shard[]): EvidenceProblem[] {
  const [first] = shards.toSorted((a, b) => compareTexts(a.path, b.path))
  if (!first) return []
  const count = (index: number): number => shards.filter((shard) => shard.index === index).length
  const missing = listMissing(
    shards.map(({ index }) => index),
    first.total,
  )
  const twice = [...new Set(shards.map(({ index }) => index).filter((index) => count(index) > 1))]
  if (missing.length + twice.length === 0) return []
  const detail = { missing: list(missing), twice: list(twice), total: first.total }
  return [makeProblem('report-incomplete', first.path, detail)]
}

function list(indexes: readonly number[]): string {
  return indexes
    .toSorted((a, b) => a - b)
    .join(', ')
    .slice(0, longestList)
}
