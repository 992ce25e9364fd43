// What holds for all inputs: a verdict never gets better because something got worse, and it depends on nothing but
// what was judged.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askGate } from '../acceptance/gate-environment.ts'
import type { AttemptSpec } from '../acceptance/attempt-spec.ts'
import { resultPaths, runStartMs, usualScenarios, writeRun, type RunSpec } from '../acceptance/run-folder.ts'
import { judgeFiles, type Judged, type ResultFile } from './judge-files.ts'

// Few values for each field, so that identities and times collide often, and enough good ones that many pass.
const fields = fc.record(
  {
    uuid: fc.integer({ min: 0, max: 40 }).map(String),
    name: fc.constantFrom('pays', 'refunds', 'redeems'),
    fullName: fc.constantFrom('suite.pays', 'suite.refunds', 'suite.redeems', 'suite.opens'),
    status: fc.constantFrom('passed', 'passed', 'passed', 'failed', 'broken', 'skipped', 'unknown', 'odd'),
    start: fc.option(
      fc.constantFrom(0, 1000, 2000, 3000, 4000, 86_400_000).map((ms) => runStartMs + ms),
      { nil: undefined, freq: 20 },
    ),
    stop: fc.constantFrom(1010, 2500, 3010, 5000).map((ms) => runStartMs + ms),
    statusDetails: fc.constantFrom(
      {},
      { message: 'Expected 663' },
      { known: true, muted: true, flaky: true },
    ),
    parameters: fc.constantFrom(
      [],
      [{ name: 'tenant', value: 'maple' }],
      [{ name: 'tenant', value: 'cedar' }],
    ),
    labels: fc.constantFrom(
      [],
      [{ name: 'severity', value: 'blocker' }],
      [{ name: 'tenant', value: 'maple' }],
    ),
  },
  { requiredKeys: ['name', 'status', 'start'] },
)
const good = fc.integer({ min: 100, max: 100_000 }).map((number) => {
  const start = runStartMs + number
  return {
    uuid: `${number}`,
    name: 'pays',
    fullName: `suite.${number}`,
    status: 'passed',
    start,
    stop: start + 9,
  }
})
const text = fc.oneof(
  { weight: 20, arbitrary: fields.map((result) => JSON.stringify(result)) },
  { weight: 30, arbitrary: good.map((result) => JSON.stringify(result)) },
  { weight: 1, arbitrary: fc.constantFrom('', '{"name":', '[]') },
)
const files = (most: number) =>
  fc
    .array(text, { maxLength: most })
    .map((texts): ResultFile[] => texts.map((one, at) => ({ path: `${at}-result.json`, text: one })))

const generous = `rules:
  flake-budget: { max: 9 }
  results-present: { minTests: 2 }
  no-unexplained-skips: { allow: [{ scenario: pays, reason: no terminal }] }
`
const policies = fc.constantFrom('', generous)

describe('of results of any framework', () => {
  test('adding a failed result never makes a pass', () => {
    const failed = fc.record({ result: fields, status: fc.constantFrom('failed', 'broken', 'unknown') })
    fc.assert(
      fc.property(files(5), failed, policies, (all, { result, status }, rules) => {
        const added = { path: 'z-result.json', text: JSON.stringify({ ...result, status }) }
        const before = judgeFiles(all, rules).verdict.verdict
        const after = judgeFiles([...all, added], rules).verdict.verdict
        expect(before !== 'pass' && after === 'pass').toBe(false)
        if (rules === '') expect(after).toBe('block')
      }),
      { numRuns: 400 },
    )
  })

  test('the order in which files are read changes nothing at all', () => {
    const shuffled = files(7).chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, policies, ([all, other], rules) => {
        expect(judgeFiles(other, rules)).toEqual(judgeFiles(all, rules))
      }),
      { numRuns: 400 },
    )
  })

  test('the names of the files decide nothing', () => {
    const renamed = files(7).chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(
          all.map(({ path }) => path),
          { minLength: all.length },
        ),
      ),
    )
    fc.assert(
      fc.property(renamed, policies, ([all, names], rules) => {
        const other = all.map(({ text: same }, at) => ({ path: names[at] ?? '', text: same }))
        expect(decisive(judgeFiles(other, rules))).toEqual(decisive(judgeFiles(all, rules)))
      }),
      { numRuns: 400 },
    )
  })
})

function decisive({ verdict: { verdict, findings, counts } }: Judged) {
  return { verdict, counts, outcomes: findings.map(({ rule, outcome }) => [rule, outcome]) }
}

const attempt = fc.oneof(
  { weight: 6, arbitrary: fc.constant<AttemptSpec>({ status: 'passed' }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<AttemptSpec>(
      { status: 'failed' },
      { status: 'broken' },
      { status: 'skipped', message: 'no terminal' },
      { status: 'passed', witness: 'UNDEFINED' },
      { status: 'failed', witness: 'PASSED' },
      { status: 'passed', startMs: 0 },
    ),
  },
)
const runs: fc.Arbitrary<RunSpec> = fc
  .record({
    attempts: fc.array(fc.array(attempt, { minLength: 1, maxLength: 2 }), { minLength: 3, maxLength: 3 }),
    tenant: fc.constantFrom('maple', 'cedar'),
    shards: fc.constantFrom(1, 2),
  })
  .map(({ attempts, tenant, shards }) => ({
    shards,
    cases: usualScenarios.map((found, at) => ({ ...found, tenant, attempts: attempts[at] ?? [] })),
  }))
const passingRun: RunSpec = { shards: 2 }

describe('of runs', () => {
  let root: string
  let made = 0
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'airlock-laws-'))
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  async function make(spec: RunSpec) {
    const run = `run-${made++}`
    const written = await writeRun(join(root, run), spec)
    return { run, path: join(root, run), written }
  }
  const judge = async (run: string) => (await askGate(root, { run })).exitCode
  // A block is worse than not knowing, and both are worse than a pass.
  const badness = (exitCode: number): number => [0, 2, 1].indexOf(exitCode)

  test('removing a result never makes the verdict better', async () => {
    await fc.assert(
      fc.asyncProperty(runs, fc.nat(), async (spec, which) => {
        const { run, path, written } = await make(spec)
        const before = await judge(run)
        const results = resultPaths(written)
        await rm(join(path, results[which % results.length] ?? ''))
        const after = await judge(run)
        expect(badness(after)).toBeGreaterThanOrEqual(badness(before))
        expect(after).toBe(1)
      }),
      { numRuns: 40 },
    )
  })

  test('removing a result of a run that was never sealed never makes a pass', async () => {
    await fc.assert(
      fc.asyncProperty(runs, fc.nat(), async (spec, which) => {
        const { run, path, written } = await make({ ...spec, seal: () => null })
        const results = resultPaths(written)
        await rm(join(path, results[which % results.length] ?? ''))
        expect(await judge(run)).not.toBe(0)
      }),
      { numRuns: 20 },
    )
  })

  test('no byte of a sealed file can be changed and still pass', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, where, flip) => {
        const { run, path, written } = await make(passingRun)
        const sealed = [...written.keys()].filter((name) => name !== 'run.json')
        const file = join(path, sealed[which % sealed.length] ?? '')
        const bytes = await readFile(file)
        const at = where % bytes.length
        bytes[at] = (bytes[at] ?? 0) ^ flip
        await writeFile(file, bytes)
        expect(await judge(run)).not.toBe(0)
      }),
      { numRuns: 40 },
    )
  })

  test('the same files give the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (spec) => {
        const { run, path } = await make(spec)
        const first = await readAnswer(run, path)
        expect(await readAnswer(run, path)).toEqual(first)
      }),
      { numRuns: 20 },
    )
  })

  /** What stands on the terminal and in both files. */
  async function readAnswer(run: string, path: string): Promise<string[]> {
    const { stdout } = await askGate(root, { run })
    const written = ['evidence.json', 'verdict.json'].map((name) => readFile(join(path, name), 'utf8'))
    return [stdout, ...(await Promise.all(written))]
  }

  test('a run in another folder gives the same bytes', async () => {
    const [first, second] = [await make(passingRun), await make(passingRun)]
    expect(await readAnswer(second.run, second.path)).toEqual(await readAnswer(first.run, first.path))
  })
})
