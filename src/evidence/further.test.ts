// Results beside those that are judged first: together they are all that was read, and a part that is not there is missed.
import { expect, test } from 'vitest'
import { joinFurther, joinReports, nothingFurther } from './further.ts'
import type { ReportReading } from './read-report.ts'

const reading = (shard: ReportReading['shard']): ReportReading => ({ results: [], problems: [], shard })
const joinShards = (...shards: ReportReading['shard'][]) =>
  joinReports({
    pattern: 'pw-*.json',
    reports: shards.map((shard) => ({ reading: reading(shard), input: null })),
  })

test('files of several are counted together', () => {
  const [one, two] = [joinShards(null, null), joinShards(null)]
  expect(joinFurther([one, two, nothingFurther]).files).toBe(3)
})

test('a pattern that finds nothing is a problem', () => {
  expect(joinShards()).toMatchObject({ files: 0, problems: [{ kind: 'no-reports', subject: 'pw-*.json' }] })
})

test('all parts of several are enough, in any order', () => {
  expect(joinShards({ index: 2, total: 2 }, { index: 1, total: 2 }).problems).toEqual([])
})

test('parts that are not there are named, and not without end', () => {
  const missingOf = (total: number): unknown => joinShards({ index: 2, total }).problems[0]?.detail['missing']
  expect(missingOf(4)).toBe('1, 3, 4')
  expect(String(missingOf(900))).toHaveLength(100)
})
