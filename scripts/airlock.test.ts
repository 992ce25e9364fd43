// Whichever Node starts it, Airlock runs on the one that came with `npm ci`, and its exit code is Airlock's.
import { execFile } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { root } from '../test/airlock.ts'

const run = promisify(execFile)
const airlock = join(root, 'scripts', 'airlock.mjs')

/** A Node of the system that is too old for the project; null on a machine without one. */
async function findOlderNode(): Promise<string | null> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((one) => !one.includes('node_modules'))
  for (const path of folders.map((folder) => join(folder, 'node'))) {
    const { stdout } = await run(path, ['--version']).catch(() => ({ stdout: '' }))
    const major = Number(/^v(\d+)/.exec(stdout)?.[1] ?? 26)
    if (major >= 20 && major < 26) return path
  }
  return null
}

const older = await findOlderNode()

test.runIf(older)('an older Node hands over to the one of the project', async () => {
  const { stdout } = await run(older ?? '', [airlock, 'doctor', '--json'])
  expect(JSON.parse(stdout)).toContainEqual(
    expect.objectContaining({ what: 'Node', state: 'good', found: expect.stringMatching(/^26\./) }),
  )
})

test.runIf(older)('an older Node leaves with the exit code of what it has started', async () => {
  const refused = await run(older ?? '', [airlock, 'gate', '--nonsense']).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 3, stderr: expect.stringContaining('--nonsense') })
})
