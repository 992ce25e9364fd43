// Targets are started by scripts as people write them: some leave a server in the background, some a daemon.
import { afterEach, expect, test } from 'vitest'
import { listProcesses, waitUntil } from '../../test/airlock.ts'
import { startTarget } from './start-target.ts'

const ready = `console.log(JSON.stringify({ environment: {} }))`
const marks: string[] = []

/** A name by which what this test has started is found among all processes. */
function mark(): string {
  const name = `started-for-test-${process.pid}-${marks.length}`
  marks.push(name)
  return name
}

async function isAlive(name: string): Promise<boolean> {
  return (await listProcesses()).some(({ command }) => command.includes(name))
}

afterEach(async () => {
  const left = (await listProcesses()).filter(({ command }) => marks.some((name) => command.includes(name)))
  for (const { pid } of left) process.kill(pid, 'SIGKILL')
})

async function start(script: string, ...args: string[]) {
  const command = ['sh', '-c', script, 'sh', process.execPath, ...args]
  return startTarget({ command, cwd: '.', env: process.env, timeoutMs: 10_000 })
}

test('a server that its script has left in the background is ended with the target', async () => {
  const name = mark()
  const stays = `${ready}; setInterval(() => undefined, 1000)`
  const target = await start('"$1" -e "$2" "$3" & exit 0', stays, name)
  expect(await isAlive(name)).toBe(true)
  await target.stop()
  await waitUntil(async () => !(await isAlive(name)))
})

test('a daemon that holds the output open is not waited for', async () => {
  const name = mark()
  // It leaves the group, and so is nobody's to end.
  const leaves = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)', '${name}'], { detached: true, stdio: 'inherit' }).unref()`
  const target = await start(
    'exec "$1" -e "$2"',
    `${leaves}; ${ready}; process.stdin.on('end', () => process.exit()).resume()`,
  )
  await target.stop()
  expect(await isAlive(name)).toBe(true)
})
