// Results beside those that are judged first: together they are all that was read, and a part that is not there is missed.
import { expect, test } from 'vitest'
import { joinFurther, joinReports, nothingFurther, type FoundReports } from './further.ts'
import type { ReportReading } from './other-suites/read-report.ts'

type Part = { readonly index: number; readonly total: number; readonly suite?: string } | null

const reading = (part: Part, path: string): ReportReading => ({
  results: [],
  problems: [],
  shard: part && { suite: 'shop', path, ...part },
})
const find = (pattern: string, ...parts: Part[]): FoundReports => ({
  pattern,
  isEmpty: parts.length === 0,
  reports: parts.map((part, at) => ({ reading: reading(part, `${pattern}-${at}`), input: null })),
})
const joinShards = (...parts: Part[]) => joinReports([find('pw', ...parts)])

test('files of several are counted together', () => {
  const [one, two] = [joinShards(null, null), joinShards(null)]
  expect(joinFurther([one, two, nothingFurther]).files).toBe(3)
})

test('a pattern that finds nothing is a problem', () => {
  expect(joinShards()).toMatchObject({ files: 0, problems: [{ kind: 'no-reports', subject: 'pw' }] })
})

test('all parts of several are enough, in any order', () => {
  expect(joinShards({ index: 2, total: 2 }, { index: 1, total: 2 }).problems).toEqual([])
})

test('parts that are not there are named, and not without end', () => {
  const missingOf = (total: number): unknown => joinShards({ index: 2, total }).problems[0]?.detail['missing']
  expect(missingOf(4)).toBe('1, 3, 4')
  expect(String(missingOf(900))).toHaveLength(100)
})

test('the parts of one suite may be found by several patterns, as a shell writes them', () => {
  const all = [find('a', { index: 1, total: 2 }), find('b', { index: 2, total: 2 }), find('c', null)]
  expect(joinReports(all).problems).toEqual([])
})

test('the parts of two suites are no parts of each other', () => {
  const [shop, admin] = [
    [1, 2].map((index) => ({ index, total: 2, suite: 'shop' })),
    { index: 1, total: 2, suite: 'admin' },
  ]
  expect(joinShards(...shop, admin).problems).toMatchObject([
    { kind: 'report-incomplete', subject: 'pw-2', detail: { missing: '2', twice: '', total: 2 } },
  ])
})

test('a part that is there twice, and parts of another total, are a problem', () => {
  const [first, last] = [
    { index: 1, total: 2 },
    { index: 2, total: 2 },
  ]
  expect(joinShards(first, last, last).problems).toMatchObject([{ detail: { missing: '', twice: '2' } }])
  expect(joinShards(first, last, { index: 1, total: 3 }).problems).toMatchObject([
    { subject: 'pw-2', detail: { missing: '2, 3', total: 3 } },
  ])
})
