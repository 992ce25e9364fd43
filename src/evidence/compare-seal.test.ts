// A seal is worth what it notices: each way in which a run's folder can differ from it has a test here.
import { describe, expect, test } from 'vitest'
import { makeRunFiles } from '../../test/acceptance/run-folder.ts'
import { digest } from '../../test/acceptance/run-seal.ts'
import type { Plan } from '../plan/plan.ts'
import type { Seal, Shard } from '../run/seal.ts'
import { compareSeal } from './compare-seal.ts'

const files = makeRunFiles({ shards: 2 })
const seal = JSON.parse(files.get('run.json') ?? '') as Seal
const plan = JSON.parse(files.get('plan.json') ?? '') as Plan
const found = new Map(
  [...files].map(([path, text]) => [path, { bytes: Buffer.byteLength(text), sha256: digest(text) }]),
)

function compare(change: { seal?: Partial<Seal>; plan?: Partial<Plan>; found?: typeof found } = {}) {
  const problems = compareSeal({
    seal: { ...seal, ...change.seal },
    plan: { ...plan, ...change.plan },
    found: change.found ?? found,
  })
  return problems.map(({ kind, subject }) => `${kind} ${subject}`)
}

/** The first shard, changed. */
function changeShard(change: Partial<Shard>): { seal: Partial<Seal> } {
  return { seal: { shards: seal.shards.map((shard, at) => (at === 0 ? { ...shard, ...change } : shard)) } }
}

test('a run as it was left has no problems', () => {
  expect(compare()).toEqual([])
})

describe('files', () => {
  const path = 'messages/shard-1-of-2.ndjson'

  test('a changed byte, also one that leaves the size as it was', () => {
    const changed = new Map(found).set(path, { bytes: found.get(path)?.bytes ?? 0, sha256: digest('other') })
    expect(compare({ found: changed })).toEqual([`file-changed ${path}`])
  })

  test('a file taken away, and one added where nothing may be added', () => {
    const other = new Map(found)
    other.delete(path)
    other.set('allure-results/new-result.json', { bytes: 1, sha256: '' })
    expect(compare({ found: other })).toEqual([
      `file-missing ${path}`,
      'file-added allure-results/new-result.json',
    ])
  })

  test.each(['plan.json', 'coverage.json', 'openapi.json'])(
    '%s added to a run that ended without one',
    (name) => {
      const sealed = seal.files.filter((file) => file.path !== name)
      expect(compare({ seal: { files: sealed } })).toEqual([`file-added ${name}`])
    },
  )

  test('what later stages write beside them is not added', () => {
    expect(compare({ found: new Map(found).set('verdict.json', { bytes: 1, sha256: '' }) })).toEqual([])
  })
})

describe('shards', () => {
  test('one of two missing: its number, and the cases nobody ran', () => {
    expect(compare({ seal: { shards: seal.shards.slice(0, 1) } })).toEqual([
      'shard-missing 2/2',
      'shard-missing plan',
    ])
  })

  test('no shards at all', () => {
    expect(compare({ seal: { shards: [] } })).toEqual(['shard-missing 1/1', 'shard-missing plan'])
  })

  test('one twice, or of another split', () => {
    expect(compare(changeShard({ index: 2, cases: [] }))).toContain('shard-missing 1/2')
    expect(compare(changeShard({ index: 2, cases: [] }))).toContain('shard-overlap 2/2')
    expect(compare(changeShard({ total: 3 }))).toEqual(['shard-missing 3/3', 'shard-overlap 2/2'])
  })

  test('a case in two of them, or one that is not planned', () => {
    const [one] = seal.shards[1]?.cases ?? []
    expect(compare(changeShard({ cases: [...(seal.shards[0]?.cases ?? []), one ?? ''] }))).toEqual([
      `shard-overlap ${one}`,
    ])
    expect(compare(changeShard({ cases: [...(seal.shards[0]?.cases ?? []), 'x'] }))).toEqual([
      'shard-overlap plan',
    ])
  })
})

describe('how it ended', () => {
  const worker = { id: 'w', start: 0, end: 1, exitCode: 1, signal: null, ended: 'lost' } as const
  const loss = { case: 'c', worker: 'w', testCaseStartedId: 's', cause: '', exitCode: 1, signal: null }

  test('an exit code that nothing explains', () => {
    expect(compare(changeShard({ exitCode: 3 }))).toEqual(['runner-exit 1/2'])
    expect(compare(changeShard({ signal: 'SIGKILL' }))).toEqual(['runner-exit 1/2'])
  })

  test('a worker that went away is explained by the case it was lost with, and only by that', () => {
    expect(compare(changeShard({ workers: [worker] }))).toEqual(['runner-exit 1/2 w'])
    expect(compare(changeShard({ workers: [worker], losses: [loss], exitCode: 1 }))).toEqual([])
  })

  test.each([
    { exitCode: 1, signal: null },
    { exitCode: null, signal: 'SIGSEGV' },
  ])('a worker that was told to stop, and ended otherwise, has died of something: %j', (exit) => {
    const workers = [{ ...worker, ended: 'at-end' as const, ...exit }]
    expect(compare(changeShard({ workers }))).toEqual([`runner-exit 1/2 ${worker.id}`])
  })

  test('a worker that the supervisor ended is no loss', () => {
    expect(
      compare(changeShard({ workers: [{ ...worker, ended: 'time-limit', signal: 'SIGKILL' }] })),
    ).toEqual([])
  })

  test('an interruption explains every exit', () => {
    const { shards = [] } = changeShard({ exitCode: 130 }).seal
    expect(compare({ seal: { interrupted: true, shards } })).toEqual([`interrupted ${seal.runId}`])
  })

  test('the plan of another run', () => {
    expect(compare({ plan: { runId: 'other' } })).toEqual(['foreign-run run.json'])
  })
})

test('a seal that names more shards than anybody has is told in few of them', () => {
  const told = compare(changeShard({ total: 1e15 }))
  expect(told).toContain('shard-missing 3/1000000000000000')
  expect(told.length).toBeLessThan(200)
})

test('a seal may name more shards than a call takes arguments', () => {
  const [first] = seal.shards
  const many = Array.from({ length: 200_000 }, (_, at) => ({
    ...first!,
    index: at + 1,
    total: 200_001,
    cases: [],
  }))
  expect(compare({ seal: { shards: many } })).toContain('shard-missing 200001/200001')
})
