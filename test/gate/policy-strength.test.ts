// Levels and settings stand in the policy and nowhere else: whatever flag or variable a pipeline sets, each rule is asked
// as strictly as before.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ruleIds } from '../../src/gate/rules/rules.ts'
import { usualNowMs } from '../acceptance/gate-environment.ts'
import { usualPolicy, writeUsualRelease } from '../acceptance/promise-files.ts'
import { firstCase, writeRun } from '../acceptance/run-folder.ts'
import { makeTempFolder, readJson, runAirlock } from '../airlock.ts'

let root: string
beforeAll(async () => {
  root = await makeTempFolder()
  await writeRun(join(root, 'run'), { cases: firstCase('failed') })
  await writeUsualRelease(root)
  await writeFile(join(root, 'empty.xml'), '<testsuites/>')
  await writeFile(join(root, 'policy', 'policy.yaml'), `${usualPolicy}extends: release\n`)
})
afterAll(() => rm(root, { recursive: true, force: true }))

/** What each flag is tried with; null for those that judge nothing, or sign. A flag that is not here fails the test. */
const tries: Readonly<Record<string, readonly string[] | null>> = {
  run: ['run'],
  results: ['run/allure-results'],
  junit: ['*.xml'],
  playwright: ['*.json'],
  policy: ['policy/policy.yaml'],
  release: ['releases/2026.24'],
  // A look is written only where it is told to.
  now: [new Date(usualNowMs).toISOString(), '--out', 'out'],
  out: ['out'],
  key: null,
  json: [],
  format: ['text'],
  explain: null,
  kind: null,
  'dry-run': null,
  help: null,
}

type Judged = { readonly rules: unknown; readonly policy: unknown; readonly word: string }

async function judge(args: readonly string[], env: Record<string, string> = {}): Promise<Judged> {
  const out = args.includes('--out') ? 'out' : 'run'
  // What an earlier call left must not stand for what this one did not write.
  await rm(join(root, out, 'verdict.json'), { force: true })
  await runAirlock(['gate', '--run', 'run', ...args], { cwd: root, env })
  const { findings, policy, verdict } = await readJson<{
    findings: { rule: string; level: string; expected: object }[]
    policy: { path: string; sha256: string; off: string[]; loosened: string[] }
    verdict: string
  }>(root, out, 'verdict.json')
  return { rules: findings.map(({ rule, level }) => [rule, level]), policy, word: verdict }
}

test('of every flag it is known what it does, and none weakens a rule', async () => {
  const { stdout } = await runAirlock(['gate', '--help'], { cwd: root })
  const flags = [...stdout.matchAll(/^ +(?:-\w, )?--([a-z-]+)/gm)].map(([, name = '']) => name)
  expect(flags.toSorted()).toEqual(Object.keys(tries).toSorted())
  const plain = await judge([])
  expect(plain).toMatchObject({ word: 'block', rules: ruleIds.map((id) => [id, 'block']) })
  for (const [flag, values] of Object.entries(tries))
    if (values !== null) expect(await judge([`--${flag}`, ...values]), flag).toEqual(plain)
})

test('neither does anything in the environment', async () => {
  const names = [
    'POLICY',
    'LEVEL',
    'LEVELS',
    'RULES',
    'KIND',
    'RELEASE',
    'PRESET',
    'WAIVERS',
    'QUARANTINE',
    'NOW',
    'SKIP',
  ]
  const words = Object.fromEntries(names.map((name) => [`AIRLOCK_${name}`, 'off']))
  const byRule = ruleIds.map((id) => [`AIRLOCK_${id.toUpperCase().replaceAll('-', '_')}`, 'off'])
  const env = { ...words, ...Object.fromEntries(byRule), AIRLOCK_GATE_PASSED: '1', CI: 'true' } as Record<
    string,
    string
  >
  expect(await judge([], env)).toEqual(await judge([]))
})

test('the kind of a release is not for a flag to say', async () => {
  const ran = await runAirlock(['gate', '--run', 'run', '--kind', 'emergency'], { cwd: root })
  expect(ran.exitCode).toBe(3)
  expect(ran.stderr).toContain('--kind: expected --explain beside it')
})
