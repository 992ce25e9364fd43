// What counts as all of the suite: it decides what a release is compared with, and what an emergency still owes.
import { expect, test } from 'vitest'
import { isWholeRun, type RunExtent } from './whole-run.ts'

const selection = { tags: null, tenants: null, paths: null, only: null }
const split = (total: number, ...indexes: number[]) => ({
  interrupted: false,
  shards: indexes.map((index) => ({ index, total })),
})
const ask = (change: Partial<RunExtent> = {}) =>
  isWholeRun({ selection, planned: 6, seal: split(1, 1), ...change })

test('a run in one piece is whole, and so is one of which every shard is there', () => {
  expect(ask()).toBe(true)
  expect(ask({ seal: split(4, 2, 1, 4, 3) })).toBe(true)
})

test.each<[string, RunExtent['seal']]>([
  ['one shard of four', split(4, 1)],
  ['three shards of four', split(4, 1, 2, 4)],
  ['a shard twice, in place of another', split(2, 1, 1)],
  ['a shard twice, beside all others', split(2, 1, 2, 2)],
  [
    'a shard of another split',
    { interrupted: false, shards: [...split(2, 1).shards, ...split(3, 2).shards] },
  ],
  ['no shard at all', split(1)],
  ['an interrupted run', { ...split(1, 1), interrupted: true }],
  ['a run without a seal', null],
])('%s is not whole', (_what, seal) => {
  expect(ask({ seal })).toBe(false)
})

test.each<[string, Partial<RunExtent>]>([
  ['tags', { selection: { ...selection, tags: '@smoke' } }],
  ['tenants', { selection: { ...selection, tenants: ['maple'] } }],
  ['paths', { selection: { ...selection, paths: ['features/wallets'] } }],
  ['another flag', { selection: { ...selection, only: '--failed' } }],
])('a run narrowed by %s is not whole', (_what, change) => {
  expect(ask(change)).toBe(false)
})

test('a run whose plan cannot be read, or has no case, is not whole', () => {
  expect(ask({ selection: null })).toBe(false)
  expect(ask({ planned: 0 })).toBe(false)
})
