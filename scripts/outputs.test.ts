// Exit codes are read by machines: what becomes of the output may never turn one answer into another.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder, root, runAirlock } from '../test/airlock.ts'

/** `airlock gate --help`, which writes a little to stdout and leaves with 0. */
async function askHelp(stdout: 'gone' | number): Promise<{ exitCode: number; stderr: string }> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'airlock.mjs'), 'gate', '--help'], {
    stdio: ['ignore', stdout === 'gone' ? 'pipe' : stdout, 'pipe'],
  })
  child.stdout?.destroy()
  let stderr = ''
  child.stderr?.on('data', (text: Buffer) => (stderr += text.toString()))
  const [exitCode] = (await once(child, 'close')) as [number]
  return { exitCode, stderr }
}

test('a reader that has gone changes no exit code and is not worth a word', async () => {
  expect(await askHelp('gone')).toEqual({ exitCode: 0, stderr: '' })
})

test.runIf(existsSync('/dev/full'))(
  'an answer that cannot be written is a fault, told in a line',
  async () => {
    await using full = await open('/dev/full', 'w')
    const { exitCode, stderr } = await askHelp(full.fd)
    expect(exitCode).toBe(4)
    expect(stderr).toMatch(/^Airlock itself has failed: stdout could not be written \(.*ENOSPC.*\)\.\n$/)
  },
)

test.each(['run', 'release'])(
  'a file where `%s` is to write ends it before anything is started',
  async (command) => {
    const { exitCode, stdout, stderr } = await runAirlock([command, '--out', 'package.json'])
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' })
    expect(stderr).toMatch(/^command line at --out: .*received package\.json, which is a file\./)
  },
)

test.each([
  ['gate', '--run', ''],
  ['gate', '--run', 'reports/x', ''],
  ['gate', '--results', ''],
  ['report', '--run', ''],
  ['keys', 'create', '--out', ''],
])('an empty name, as an unset variable leaves it, is no folder: %s %s', async (...args) => {
  const cwd = await makeTempFolder()
  const { exitCode, stdout, stderr } = await runAirlock(args, { cwd })
  expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' })
  expect(stderr).toContain("argument '' is invalid. Expected a folder")
  expect(await readdir(cwd)).toEqual([])
})

test.each(['--shard', '--out', '--workers', '--retry'])(
  'a plan has no %s, which changes nothing of it',
  async (flag) => {
    const { exitCode, stdout, stderr } = await runAirlock(['plan', flag, '1/2'])
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' })
    expect(stderr).toContain(`unknown option '${flag}'`)
  },
)

test.each([
  ['lint', '--json', '--format', 'github'],
  ['steps', '--json', '--write'],
])('two forms of one answer are refused: %s', async (...args) => {
  const { exitCode, stdout, stderr } = await runAirlock(args)
  expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' })
  expect(stderr).toContain('cannot be used with option')
})
