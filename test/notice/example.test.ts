// The example that a first minute with Airlock releases: nothing was released before it, so it begins the history, but
// only the one of the project's folder.
import { existsSync } from 'node:fs'
import { cp, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeExample } from '../../scripts/write-example.ts'
import { usualNowMs } from '../acceptance/gate-environment.ts'
import { writeRun } from '../acceptance/run-folder.ts'
import { makeTempFolder, root } from '../airlock.ts'
import { startMailServer } from './start-mail-server.ts'

let cwd: string
beforeEach(async () => {
  cwd = await makeTempFolder()
  for (const name of ['policy', 'releases']) await cp(join(root, name), join(cwd, name), { recursive: true })
  await writeRun(join(cwd, 'run'), {})
})
afterEach(() => rm(cwd, { recursive: true, force: true }))

async function write(env: Readonly<Record<string, string>>) {
  const silent = { write: () => true }
  const options = { example: 'releases/example', run: join(cwd, 'run'), policy: 'policy/policy.yaml' }
  return writeExample(options, { cwd, env, stdout: silent, stderr: silent, now: () => usualNowMs })
}

test('an example begins the history of its project', async () => {
  expect(await write({})).toBe(join('run', 'release'))
  expect(existsSync(join(cwd, '.airlock', 'history.sqlite'))).toBe(true)
})

test('an example begins no history that was named', async () => {
  expect(await write({ AIRLOCK_HISTORY: 'team/history.sqlite' })).toBe(join('run', 'release'))
  expect(existsSync(join(cwd, 'team', 'history.sqlite'))).toBe(false)
  expect(existsSync(join(cwd, '.airlock'))).toBe(false)
})

test('an example is told to nobody but the mail server of its own, whatever the settings say', async () => {
  await using server = await startMailServer()
  const settings = {
    from: 'releases@platform.example',
    contact: 'releases@platform.example',
    smtp: { url: `smtp://localhost:${server.port}` },
    slack: { url: '${NO_SUCH_VARIABLE}' },
  }
  await writeFile(join(cwd, 'policy/notices.yaml'), JSON.stringify(settings))
  expect(await write({})).toBe(join('run', 'release'))
  expect(server.taken).toEqual([])
  expect(await readdir(join(cwd, 'run/mails'))).toHaveLength(6)
})
