// The history keeps what was in force when a release passed, so that the next one tells what somebody has changed since.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Verdict } from '../../src/gate/verdict.ts'
import {
  makeReleaseFilesFor,
  usualPolicy,
  writeFiles,
  writeUsualRelease,
} from '../acceptance/promise-files.ts'
import { askGate, usualNowMs } from '../acceptance/gate-environment.ts'
import { runStartMs, writeRun } from '../acceptance/run-folder.ts'
import { makeTempFolder } from '../airlock.ts'

let root: string
beforeAll(async () => {
  root = await makeTempFolder()
  await writeUsualRelease(root)
})
afterAll(() => rm(root, { recursive: true, force: true }))

const later = 86_400_000

/** The policy part of the verdict on a run of its own, under this policy. */
async function judge(day: number, policy: string): Promise<Verdict> {
  const run = `run-${day}`
  await writeRun(join(root, run), {
    runId: `2026112${3 + day}-080000-1a2b`,
    startMs: runStartMs + day * later,
  })
  await writeFiles(root, makeReleaseFilesFor(runStartMs + day * later))
  await writeFile(join(root, 'policy', 'policy.yaml'), `${usualPolicy}${policy}`)
  const { stdout } = await askGate(root, { run, json: true }, usualNowMs + day * later)
  return JSON.parse(stdout) as Verdict
}

test('a level, a setting, a scope and the suite, since the last release that passed', async () => {
  const first = await judge(0, 'rules: { flake-budget: { max: 1 } }')
  expect([first.verdict, first.policy.loosenedSince]).toEqual(['pass', null])
  const looser = `rules:
  flake-budget: { max: 2 }
  results-fresh: { level: warn }
  no-failures: { scope: { tags: '@service:wallet' } }
kinds: { scheduled: { suite: '@service:wallet' } }
`
  const second = await judge(1, looser)
  expect(second.policy.loosenedSince).toEqual({
    baseline: '2026.24',
    rules: [
      'suite: every scenario → @service:wallet',
      'results-fresh: block → warn',
      'no-failures: scope every case → @service:wallet',
      'flake-budget: max 1 → 2',
    ],
  })
  const third = await judge(2, looser)
  expect([second.verdict, third.policy.loosenedSince?.rules]).toEqual(['pass', []])
})

test('the module of a rule of the team’s own, which may ask less without a word in the policy', async () => {
  const module = (most: number): string => `import { defineRule } from 'airlock/rule'
import { z } from 'zod'
const of = (outcome) => ({ outcome, expected: {}, actual: {}, cases: [], tenants: [] })
export default defineRule({
  id: 'few-cases', title: 'Few cases', remedy: 'Have fewer.', settings: z.strictObject({}),
  plant: (sound) => ({ ...sound, evidence: { ...sound.evidence, cases: Array(999).fill(sound.evidence.cases[0]) } }),
  evaluate: ({ evidence }) => of(evidence.cases.length > ${most} ? 'fail' : 'pass'),
})
`
  const file = join(root, 'policy', 'few-cases.ts')
  const policy = 'customRules: [{ module: few-cases.ts, timeoutSeconds: 20 }]'
  const changes: (string[] | undefined)[] = []
  for (const [at, most] of [90, 90, 900].entries()) {
    await writeFile(file, module(most))
    const { verdict, policy: judged } = await judge(5 + at, policy)
    expect(verdict).toBe('pass')
    changes.push(judged.loosenedSince?.rules)
  }
  const changed = expect.stringMatching(/^few-cases: its module changed, [0-9a-f]{12} → [0-9a-f]{12}$/)
  expect(changes.slice(1)).toEqual([[], [changed]])
})
