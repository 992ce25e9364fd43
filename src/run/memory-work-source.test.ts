import { describe, expect, it } from 'vitest'
import type { Case } from '../plan/plan.ts'
import { MemoryWorkSource } from './memory-work-source.ts'
import { orderCases } from './order-cases.ts'
import type { PlannedWork } from './work-source.ts'

const settings = { workers: 2, shortestBatchMs: 100 }
const makeCase = (id: string, locks: readonly string[] = [], rest: Partial<Case> = {}): Case => ({
  id,
  uri: 'features/a.feature',
  line: 1,
  feature: 'F',
  rule: '',
  scenario: id,
  example: [],
  tenant: 'maple',
  tags: [],
  severity: 'normal',
  capability: 'a',
  required: true,
  locks: [...locks],
  ...rest,
})
const work = (id: string, expectedMs: number | null = 100, locks: string[] = []): PlannedWork => ({
  case: makeCase(id, locks),
  attempt: 0,
  expectedMs,
})
const ids = (batch: readonly PlannedWork[] | null) => batch?.map((one) => one.case.id) ?? null

describe('MemoryWorkSource', () => {
  it('hands out large batches first and smaller ones towards the end', async () => {
    const source = new MemoryWorkSource(
      Array.from({ length: 16 }, (_, n) => work(String(n))),
      settings,
    )
    const sizes: number[] = []
    for (let size = 1; size > 0;) {
      const batch = await source.take()
      size = batch?.length ?? 0
      if (size > 0) sizes.push(size)
      for (const one of batch ?? []) source.settle(one.case.id, 100)
    }
    expect(sizes).toEqual([4, 3, 2, 1, 1, 1, 1, 1, 1, 1])
  })

  it('ends when everything is settled, and not before', async () => {
    const source = new MemoryWorkSource([work('a')], settings)
    const [first] = (await source.take()) ?? []
    const second = source.take()
    source.giveBack(first!)
    expect(ids(await second)).toEqual(['a'])
    source.settle('a', 1)
    expect(await source.take()).toBeNull()
  })

  it('keeps cases with one lock apart', async () => {
    const source = new MemoryWorkSource(
      [work('a', 1, ['clock']), work('b', 1, ['clock']), work('c', 1)],
      settings,
    )
    expect(ids(await source.take())).toEqual(['a'])
    expect(ids(await source.take())).toEqual(['c'])
    const waiting = source.take()
    source.settle('a', 1)
    expect(ids(await waiting)).toEqual(['b'])
  })

  it('runs a case that wants everything for itself alone', async () => {
    const source = new MemoryWorkSource([work('a', 1), work('all', 1, ['*'])], settings)
    expect(ids(await source.take())).toEqual(['a'])
    const waiting = source.take()
    source.settle('a', 1)
    expect(ids(await waiting)).toEqual(['all'])
    source.settle('all', 1)
    expect(await source.take()).toBeNull()
  })

  it('lets cases that keep their tenant to themselves run beside those of other tenants only', async () => {
    const own = (id: string, tenant: string): PlannedWork => ({
      case: makeCase(id, ['tenant'], { tenant }),
      attempt: 0,
      expectedMs: 1,
    })
    const source = new MemoryWorkSource(
      [own('m1', 'maple'), own('m2', 'maple'), own('c1', 'cedar'), work('all', 1, ['*']), work('a', 1)],
      settings,
    )
    expect(ids(await source.take())).toEqual(['a'])
    const first = source.take()
    source.settle('a', 1)
    expect(ids(await first)).toEqual(['m1'])
    expect(ids(await source.take())).toEqual(['c1'])
    const second = source.take()
    source.settle('m1', 1)
    expect(ids(await second)).toEqual(['m2'])
    const last = source.take()
    source.settle('c1', 1)
    source.settle('m2', 1)
    expect(ids(await last)).toEqual(['all'])
  })

  it('lets waiting takers go when it is closed', async () => {
    const source = new MemoryWorkSource([work('a', 1, ['x']), work('b', 1, ['x'])], settings)
    await source.take()
    const waiting = source.take()
    source.close()
    expect(await waiting).toBeNull()
  })

  it('finds out how long cases take by one of each capability, and then goes on with the longest', async () => {
    const fresh = (id: string, capability: string): PlannedWork => ({
      case: makeCase(id, [], { capability }),
      attempt: 0,
      expectedMs: null,
    })
    const source = new MemoryWorkSource(
      [
        ...Array.from({ length: 8 }, (_, n) => fresh(`quick ${n}`, 'api')),
        fresh('slow 0', 'ui'),
        fresh('slow 1', 'ui'),
      ],
      settings,
    )
    expect(ids(await source.take())).toEqual(['quick 0'])
    source.settle('quick 0', 10)
    expect(ids(await source.take())).toEqual(['slow 0'])
    source.settle('slow 0', 1000)
    expect(ids(await source.take())).toEqual(['slow 1'])
    expect(ids(await source.take())).toEqual([
      'quick 1',
      'quick 2',
      'quick 3',
      'quick 4',
      'quick 5',
      'quick 6',
      'quick 7',
    ])
  })
})

describe('orderCases', () => {
  it('puts the longest first, then what failed, and exclusive cases last', () => {
    const past = {
      durations: new Map([
        ['slow', 900],
        ['quick', 5],
        ['all', 5000],
      ]),
      failed: new Set(['red']),
    }
    const cases = [
      makeCase('quick'),
      makeCase('all', ['*']),
      makeCase('green'),
      makeCase('red'),
      makeCase('slow'),
    ]
    expect(ids(orderCases(cases, past))).toEqual(['slow', 'quick', 'red', 'green', 'all'])
  })
})
