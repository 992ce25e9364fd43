// A policy is more than its file. Whoever could judge by waivers, a quarantine or a rule of their own under an unchanged
// policy.yaml would have a verdict that looks like one by the policy of the release managers.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runGate } from '../../scripts/gate.ts'
import { runKeysCreate } from '../../scripts/keys.ts'
import { runVerify } from '../../scripts/verify.ts'
import type { Environment } from '../../src/io/environment.ts'
import { makeReleaseFilesFor, usualPolicyFiles, writeFiles, type Files } from '../acceptance/promise-files.ts'
import { firstCase, writeRun } from '../acceptance/run-folder.ts'
import { digest } from '../acceptance/run-seal.ts'
import { makeTempFolder } from '../airlock.ts'

let root: string
const policy = `extends: results-only
zone: Europe/London
calendar: GB-ENG
customRules: [{ module: ./rules/no-friday.ts }]
rules: { no-friday: { level: block } }
`
const rule = (more = ''): string => `import { defineRule } from 'airlock/rule'
import { z } from 'zod'
${more}
export const rule = defineRule({
  id: 'no-friday', title: 'No release on a Friday', remedy: '', settings: z.strictObject({}),
  plant: (sound) => ({ ...sound, now: 0 }),
  evaluate: ({ now }) => ({ outcome: now === 0 ? 'fail' : 'pass', expected: {}, actual: {}, cases: [], tenants: [] }),
})
`
const day = (days: number): string => Temporal.Now.plainDateISO('UTC').add({ days }).toString()
const entry = `reason: it is known
  owner: qa@example.com
  link: https://tracker.example/OPS-12
  created: ${day(0)}
  expires: ${day(20)}
`
const waiver = `- rule: no-failures\n  ${entry}`
const quarantine = `- feature: Opening a wallet\n  scenario: A new customer gets an empty wallet\n  ${entry}`
const freeze = 'freezes: [{ from: 2020-12-20, to: 2020-12-27, reason: Christmas }]\n'

const home: Files = {
  ...usualPolicyFiles,
  'policy/policy.yaml': policy,
  'policy/rules/no-friday.ts': rule(),
}
/** The same, with what is different. */
const changed = (files: Files): Files => ({ ...home, ...files })

function makeEnvironment() {
  const texts = { stdout: '', stderr: '' }
  const write = (stream: keyof typeof texts) => ({ write: (text: string) => (texts[stream] += text) })
  const [stdout, stderr] = [write('stdout'), write('stderr')]
  return { texts, environment: { cwd: root, env: {}, stdout, stderr, now: () => Date.now() } as Environment }
}

async function replaceHome(files: Files): Promise<void> {
  await rm(join(root, 'policy'), { recursive: true, force: true })
  await writeFiles(root, files)
}

async function judge(files: Files, run = 'good'): Promise<void> {
  await replaceHome(files)
  const { environment, texts } = makeEnvironment()
  const exitCode = await runGate({ run, key: 'airlock.key' }, environment)
  expect(exitCode, texts.stdout + texts.stderr).toBe(0)
}

/** What the deployment says, whose checkout has these files. */
async function verify(files: Files, run = 'good', named = 'policy/policy.yaml') {
  await replaceHome(files)
  const { environment, texts } = makeEnvironment()
  const artifact = `sha256:${digest('7.7.0')}`
  const usual = {
    verdict: `${run}/verdict.dsse.json`,
    key: 'airlock.pub',
    kind: 'scheduled' as const,
    artifact,
  }
  const exitCode = await runVerify({ ...usual, policy: named }, environment)
  return { exitCode, text: texts.stdout }
}

beforeAll(async () => {
  root = await makeTempFolder()
  const startMs = Date.now() - 90_000
  runKeysCreate({ out: '.' }, makeEnvironment().environment)
  await writeFiles(root, makeReleaseFilesFor(startMs, { window: undefined }))
  await writeRun(join(root, 'good'), { startMs })
  await writeRun(join(root, 'bad'), { startMs, cases: firstCase('failed') })
})
afterAll(() => rm(root, { recursive: true, force: true }))

const all = changed({
  'policy/waivers.yaml': waiver,
  'policy/quarantine.yaml': quarantine,
  'policy/freezes.yaml': freeze,
})

test('a verdict by all files of the policy holds, wherever they lie', async () => {
  await judge(all)
  const verified = await verify(all, 'good', join(root, 'policy/policy.yaml'))
  expect(verified.exitCode).toBe(0)
  expect(verified.text).toMatch(/✓ policy-files +calendars.GB-ENG.yaml, .*, waivers.yaml$/m)
})

describe('under an unchanged policy.yaml a verdict is refused', () => {
  test.each<[string, Files, string]>([
    ['with a waiver of its own', { 'policy/waivers.yaml': waiver }, 'waivers.yaml is not here'],
    ['with a quarantine of its own', { 'policy/quarantine.yaml': quarantine }, 'quarantine.yaml is not here'],
    ['by another rule', { 'policy/rules/no-friday.ts': rule('// nothing') }, 'rules/no-friday.ts is another'],
    [
      'with days of its own',
      { 'policy/calendars/GB-ENG.extra.yaml': 'add: []\n' },
      'calendars/GB-ENG.extra.yaml is not here',
    ],
    [
      'for other tenants',
      { 'policy/tenants.yaml': `${usualPolicyFiles['policy/tenants.yaml']}\n` },
      'tenants.yaml is another',
    ],
  ])('%s', async (_, files, found) => {
    await judge(changed(files))
    const refused = await verify(home)
    expect(refused.exitCode).toBe(1)
    expect(refused.text).toMatch(/✓ policy /)
    expect(refused.text).toContain(found)
    expect(refused.text).toContain('Do not deploy: policy-files.')
  })

  test('without a freeze that there is now', async () => {
    await judge(home)
    const refused = await verify(changed({ 'policy/freezes.yaml': freeze }))
    expect(refused.exitCode).toBe(1)
    expect(refused.text).toContain('freezes.yaml was not there')
  })
})

test('the policy by its digest is that one file alone', async () => {
  await judge(all)
  const verified = await verify(home, 'good', `sha256:${digest(policy)}`)
  expect(verified.exitCode).toBe(0)
  expect(verified.text).not.toContain('policy-files')
})

test('a verdict that a waiver made possible says so, and holds', async () => {
  await judge(changed({ 'policy/waivers.yaml': waiver }), 'bad')
  const verified = await verify(changed({ 'policy/waivers.yaml': waiver }), 'bad')
  expect(verified.exitCode).toBe(0)
  expect(verified.text).toContain(
    `\nIt rests on 1 waiver: no-failures until ${day(20)} by qa@example.com.\nAll 12 checks hold.\n`,
  )
})

test('so does one that a quarantine made possible', async () => {
  const files = changed({ 'policy/quarantine.yaml': quarantine })
  await judge(files, 'bad')
  expect((await verify(files, 'bad')).text).toContain('\nIt rests on 2 cases in quarantine: A new customer ')
})
