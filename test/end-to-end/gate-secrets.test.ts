// Code of tests runs in many commands, and must be able neither to sign the verdict on itself nor to change what the
// next release is compared with.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAirlock } from '../airlock.ts'
import { openProject, target, type OpenProject } from '../open-project.ts'

/** Tells what it sees wherever it is loaded. */
const spy = `const seen = Object.keys(process.env).filter((name) => /^AIRLOCK_(SIGNING|HISTORY)/.test(name))
throw new Error('it sees ' + (seen.toSorted().join(' and ') || 'nothing'))
`
const secrets = {
  AIRLOCK_SIGNING_KEY: 'a key',
  AIRLOCK_SIGNING_KEY_FILE: 'a file',
  AIRLOCK_HISTORY: 'postgres://user:password@127.0.0.1:9/history',
}
let project: OpenProject
beforeAll(async () => {
  project = await openProject({ 'steps/spy.ts': spy })
})
afterAll(() => project.close())

test.each(['steps', 'plan', 'lint', 'run'])(
  '`airlock %s` keeps secrets of the gate from steps',
  async (command) => {
    const { stdout, stderr } = await runAirlock([command, ...target], { cwd: project.folder, env: secrets })
    expect(`${stdout}${stderr}`).toContain('it sees nothing')
  },
)

test('`airlock report` keeps them from the programs that build a report', async () => {
  const [bin, run] = [join(project.folder, 'java', 'bin'), join(project.folder, 'run')]
  await Promise.all([bin, join(run, 'allure-results')].map((folder) => mkdir(folder, { recursive: true })))
  const java = '#!/bin/sh\nenv > "$0.seen"\necho \'openjdk version "17.0.1"\' >&2\n'
  await writeFile(join(bin, 'java'), java, { mode: 0o755 })
  const env = { ...secrets, JAVA_HOME: join(project.folder, 'java'), AIRLOCK_ALLURE: '2' }
  await runAirlock(['report', '--run', run], { cwd: project.folder, env })
  const seen = await readFile(join(bin, 'java.seen'), 'utf8')
  expect(seen).toContain('JAVA_HOME=')
  expect(seen).not.toMatch(/^AIRLOCK_(SIGNING|HISTORY)/m)
})
