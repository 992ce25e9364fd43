// Results that other people's adapters wrote, counted by the gate and by an independent program. Where the two differ,
// the reason stands here.
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { evidenceSchema, type Evidence } from '../../src/evidence/evidence.ts'
import { verdictSchema, type Verdict } from '../../src/gate/verdict.ts'
import { askGate } from '../acceptance/gate-environment.ts'
import { listFixtures, openFixture, readExpectedCounts, type ExpectedCounts } from './open-fixture.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'airlock-results-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** As if the tests had ended a minute ago. */
async function judge(expected: ExpectedCounts, results = ['allure-results']) {
  const now = (expected.time.last_stop ?? 0) + 60_000
  const { exitCode, stdout } = await askGate(root, { results, out: 'out', json: true }, now)
  const verdict: Verdict = verdictSchema.parse(JSON.parse(stdout))
  const written: unknown = JSON.parse(readFileSync(join(root, 'out', 'evidence.json'), 'utf8'))
  const evidence: Evidence = evidenceSchema.parse(written)
  return { exitCode, verdict, evidence, outcomes: outcomesOf(verdict) }
}

function outcomesOf({ findings }: Verdict): Record<string, string> {
  return Object.fromEntries(findings.map(({ rule, outcome }) => [rule, outcome]))
}

function problemsOf({ problems }: Evidence, kind: string): number {
  return problems.filter((problem) => problem.kind === kind).length
}

/** Allure 3 keeps one result of each uuid and loses the others. Here all of them count, and the gate says so. */
const doubledUuids: Record<string, Partial<Verdict['counts']>> = {
  'allure2-nunit3-sample': { tests: 4, passed: 4 },
  'reader2-fixtures-as-results': { tests: 19, passed: 16, unknown: 3 },
  'reader3-fixtures-as-results': { tests: 30, unknown: 3 },
}

/** The counts of Allure 3, in the words of the gate: there a pass after a failure is a pass, here it is flaky. */
function translate({ allure3, files }: ExpectedCounts) {
  const of = (status: string): number => allure3.final[status] ?? 0
  return {
    files: files.all,
    tests: allure3.tests,
    retries: allure3.hidden_attempts,
    passed: of('passed') - allure3.flaky_candidates,
    flaky: allure3.flaky_candidates,
    failed: of('failed'),
    broken: of('broken'),
    skipped: of('skipped'),
    unknown: of('unknown'),
  }
}

const names = await listFixtures()

describe.each(names)('%s', (name) => {
  test('is counted as Allure 3 counts it, or differs for a reason that is known', async () => {
    const expected = await readExpectedCounts(name)
    await openFixture(root, name)
    const { verdict, evidence } = await judge(expected)
    expect(verdict.counts).toMatchObject({ ...translate(expected), ...doubledUuids[name] })
    const lost = Object.values(expected.duplicate_uuids).reduce((sum, files) => sum + files.length - 1, 0)
    expect(problemsOf(evidence, 'duplicate-uuid')).toBe(lost)
    expect(verdict.counts.tests).toBe(expected.allure3.tests + lost)
  })

  test('loses nothing: each result was read, or the gate says that it was not', async () => {
    const expected = await readExpectedCounts(name)
    await openFixture(root, name)
    const { verdict, evidence, exitCode } = await judge(expected)
    const unread = problemsOf(evidence, 'unreadable-result')
    expect(verdict.counts.results + unread).toBe(expected.results.files)
    expect(problemsOf(evidence, 'time-tie')).toBe(expected.allure3.undecided_ties)
    expect([0, 1]).toContain(exitCode)
  })
})

test('the differences are those of sets with doubled uuids, and of no others', async () => {
  const doubled = await Promise.all(
    names.map(async (name) => {
      const { duplicate_uuids: uuids } = await readExpectedCounts(name)
      return Object.keys(uuids).length > 0 ? [name] : []
    }),
  )
  expect(doubled.flat().toSorted()).toEqual(Object.keys(doubledUuids).toSorted())
})

test('a set in which everything passed may be deployed', async () => {
  const name = 'cucumberjs-allure-examples'
  await openFixture(root, name)
  const { exitCode, outcomes } = await judge(await readExpectedCounts(name))
  expect(exitCode).toBe(0)
  expect(Object.keys(outcomes)).toHaveLength(8)
})

test('test files that never loaded leave no trace in the results: only a number that was promised shows it', async () => {
  const name = 'vitest-changesets-broken-imports'
  const expected = await readExpectedCounts(name)
  await openFixture(root, name)
  expect((await judge(expected)).exitCode).toBe(0)
  const rules = 'rules:\n  results-present: { minTests: 300 }\n'
  await writeFile(join(root, 'policy', 'policy.yaml'), `extends: results-only\n${rules}`)
  expect(await judge(expected)).toMatchObject({ exitCode: 1, outcomes: { 'results-present': 'fail' } })
})

test('failures that Allure leaves outside of its totals block', async () => {
  const name = 'allure2-new-demo'
  await openFixture(root, name)
  const { verdict } = await judge(await readExpectedCounts(name))
  const finding = verdict.findings.find(({ rule }) => rule === 'no-failures')
  expect(finding?.actual).toMatchObject({ failed: 2, fixtures: 2 })
})

test('results of several folders are judged together, each file under the name of its folder', async () => {
  const [first, second] = ['cucumberjs-allure-examples', 'allure2-befores']
  const expected = await readExpectedCounts(first)
  await openFixture(root, first, 'first')
  await openFixture(root, second, 'second/allure-results')
  const { verdict, evidence } = await judge(expected, ['first', 'second/allure-results'])
  expect(verdict.counts).toMatchObject({ files: 19, results: 8, tests: 8 })
  expect(verdict.inputs.map(({ path }) => path)).toEqual([
    'evidence.json',
    'first/',
    'second/allure-results/',
  ])
  const files = evidence.cases.flatMap(({ attempts }) => attempts.map(({ file }) => file))
  expect(files.filter((file) => file.startsWith('second/allure-results/'))).toHaveLength(1)
})

test('a copy of a folder does not count twice', async () => {
  const name = 'cucumberjs-allure-examples'
  const expected = await readExpectedCounts(name)
  await openFixture(root, name, 'first')
  await openFixture(root, name, 'second')
  expect((await judge(expected, ['first', './first/'])).verdict.counts.results).toBe(7)
  expect(await judge(expected, ['first', 'second'])).toMatchObject({
    exitCode: 1,
    outcomes: { 'results-readable': 'fail' },
  })
})
