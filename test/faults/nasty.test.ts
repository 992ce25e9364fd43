// User code that does its worst: nothing is green that is not, and nothing planned is missing.
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseOutcome, Evidence } from '../../src/evidence/evidence.ts'
import type { Verdict } from '../../src/gate/verdict.ts'
import type { Plan } from '../../src/plan/plan.ts'
import type { Seal } from '../../src/run/seal.ts'
import {
  makeTempFolder,
  projects,
  readJson,
  readResults,
  runAirlock,
  type AllureResult,
  type Finished,
} from '../airlock.ts'
import { startLibrary, type Library } from '../start-library.ts'

// Written by hand: scenario, statuses of its attempts in Allure, first words of the last cause.
const expected: [string, string[], string][] = [
  ['ambiguous', ['broken'], 'More than one step definition fits'],
  ['exhausts memory', ['broken'], 'Infrastructure: the case was lost 3 times'],
  ['failed assertion', ['failed', 'failed'], 'Expected values to be strictly equal'],
  ['failing After hook', ['broken', 'broken'], 'The after hook'],
  ['failing Before hook', ['broken', 'broken'], 'The before hook'],
  ['leaves the process', ['broken'], 'Infrastructure: the case was lost 3 times'],
  ['no steps', ['broken'], 'The scenario has no steps'],
  ['passes', ['passed'], ''],
  ['passes at the second attempt', ['failed', 'passed'], ''],
  ['pending', ['skipped'], 'Pending:'],
  ['rejects late', ['broken', 'broken'], 'left behind'],
  ['skipped by its step', ['skipped'], 'Skipped by'],
  ['spins', ['broken', 'broken'], 'The case outlived its limit of 3 s'],
  ['thrown error', ['broken', 'broken'], 'cannot read properties of nothing'],
  ['throws no error at all', ['broken', 'broken'], 'word'],
  ['two rows alike', ['passed'], ''],
  ['undefined', ['broken'], 'No step definition fits "nobody wrote this step"'],
]

const cwd = join(projects, 'nasty')
let library: Library
let out: string
let ran: Finished

beforeAll(async () => {
  library = await startLibrary()
  out = await makeTempFolder()
  ran = await runAirlock(['run', '--target', 'policy/targets/nasty.yaml', '--out', out], {
    cwd,
    env: library.env,
  })
})
afterAll(async () => library.stop())

function attemptOf({ labels }: AllureResult): number {
  return Number(labels.find(({ name }) => name === 'attempt')?.value)
}

/** What each comes to over all its attempts, with the witness heard. */
const outcomes: Record<string, CaseOutcome> = {
  ambiguous: 'broken',
  'exhausts memory': 'lost',
  'failed assertion': 'failed',
  'failing After hook': 'broken',
  'failing Before hook': 'broken',
  'leaves the process': 'lost',
  'no steps': 'broken',
  passes: 'passed',
  'passes at the second attempt': 'flaky',
  pending: 'skipped',
  'rejects late': 'broken',
  'skipped by its step': 'skipped',
  spins: 'broken',
  'thrown error': 'broken',
  'throws no error at all': 'broken',
  'two rows alike': 'passed',
  undefined: 'broken',
}

describe('a folder of nasty features', () => {
  it('is told truthfully in the Allure results', async () => {
    const byScenario = Map.groupBy(await readResults(out), ({ name }) => name)
    const found = [...byScenario].map(([name, results]): [string, string[], string] => {
      const attempts = results.toSorted((a, b) => attemptOf(a) - attemptOf(b))
      return [name, attempts.map(({ status }) => status), attempts.at(-1)?.statusDetails.message ?? '']
    })
    const sorted = found.toSorted(([a], [b]) => (a < b ? -1 : 1))
    expect(sorted.map(([name, statuses]) => [name, statuses])).toEqual(
      expected.map(([name, statuses]) => [name, statuses]),
    )
    for (const [index, [, , cause]] of expected.entries()) expect(sorted[index]?.[2]).toContain(cause)
  })

  it('leaves no planned case without a result and no result without a plan', async () => {
    const plan = await readJson<Plan>(out, 'plan.json')
    const results = await readResults(out)
    expect(new Set(results.map(({ historyId }) => historyId))).toEqual(
      new Set(plan.cases.map(({ id }) => id)),
    )
    expect(plan.excluded.map(({ reason, scenario }) => [reason, scenario])).toEqual([
      ['duplicate', 'two rows alike'],
    ])
  })

  it('is told by the witness as by Allure', async () => {
    const [file = ''] = await readdir(join(out, 'messages'))
    const lines = (await readFile(join(out, 'messages', file), 'utf8')).trim().split('\n')
    const messages = lines.map(
      (line) => JSON.parse(line) as Record<string, { attempt?: number; success?: boolean }>,
    )
    expect(messages[0]).toHaveProperty('meta')
    expect(messages.at(-1)?.['testRunFinished']?.success).toBe(false)
    const finished = messages.filter((message) => message['testCaseFinished']).length
    const lost = await readJson<Seal>(out, 'run.json').then((seal) => seal.shards[0]?.losses.length ?? 0)
    const started = messages.filter((message) => message['testCaseStarted']).length
    expect(lost).toBe(6)
    expect(started).toBe(finished + lost)
  })

  it('is blocked by the gate, for what happened and for nothing else', async () => {
    const gate = await runAirlock(['gate', '--run', out], { cwd })
    expect(gate.exitCode, gate.stdout).toBe(1)
    const evidence = await readJson<Evidence>(out, 'evidence.json')
    expect(Object.fromEntries(evidence.cases.map(({ scenario, outcome }) => [scenario, outcome]))).toEqual(
      outcomes,
    )
    const { findings, counts } = await readJson<Verdict>(out, 'verdict.json')
    expect(counts).toMatchObject({ planned: 17, missing: 0, passed: 2, flaky: 1, lost: 2, skipped: 2 })
    const failed = findings.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule)
    // What is tried out here is no release, so none was declared.
    expect(failed).toEqual([
      'plan-complete',
      'no-failures',
      'no-unexplained-skips',
      'flake-budget',
      'release-declared',
    ])
    expect(findings.find(({ rule }) => rule === 'witnesses-agree')?.outcome).toBe('pass')
  })

  it('counts losses apart from retries, and seals how each worker ended', async () => {
    const shard = await readJson<Seal>(out, 'run.json').then((seal) => seal.shards[0])
    expect(shard?.workers.filter(({ ended }) => ended === 'time-limit')).toHaveLength(2)
    expect(shard?.workers.filter(({ ended }) => ended === 'lost')).toHaveLength(6)
    expect(ran).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('3 of 17 cases passed') })
  })
})
