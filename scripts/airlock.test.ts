// Whichever Node starts it, Airlock runs on the one that came with `npm ci`, and its exit code is Airlock's.
import { execFile } from 'node:child_process'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { makeTempFolder, root, runAirlock } from '../test/airlock.ts'

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

/** A copy in which a command does the given thing. */
async function makeCopy(main: string): Promise<string> {
  const folder = await makeTempFolder()
  for (const file of ['scripts/airlock.mjs', 'bundle/find-bundle.mjs'])
    await cp(join(root, file), join(folder, file))
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await writeFile(join(folder, 'scripts', 'main.ts'), main)
  return folder
}

test.each([
  ['a rejection that nobody awaits', "void Promise.reject(new Error('boom'))"],
  ['an error in a callback', "setImmediate(() => { throw new Error('boom') })"],
  ['a command that cannot be loaded', "throw new Error('boom')"],
])('%s leaves with 4, which is no verdict', async (_, main) => {
  const from = await makeCopy(main)
  const { exitCode, stderr } = await runAirlock([], { from })
  expect(exitCode).toBe(4)
  expect(stderr).toMatch(/^Airlock itself has failed\.\nError: boom\n/)
})

test.runIf(older).each([
  ['without packages', []],
  ['whose packages were installed without their scripts', ['node_modules/node/package.json']],
])('an older Node in a folder %s leaves with 4, and says what to do', async (_, files) => {
  const from = await makeCopy('')
  for (const file of files) {
    await mkdir(join(from, dirname(file)), { recursive: true })
    await writeFile(join(from, file), '{}')
  }
  const refused = await run(older ?? '', [join(from, 'scripts', 'airlock.mjs')]).catch(
    (error: unknown) => error,
  )
  expect(refused).toMatchObject({
    code: 4,
    stderr: expect.stringMatching(
      /^Airlock runs on Node 26, and this is [\d.]+\. .* npm ci\n.* npm rebuild node/,
    ),
  })
})
