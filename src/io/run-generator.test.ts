import { expect, test } from 'vitest'
import { runGenerator } from './run-generator.ts'

const run = (script: string) =>
  runGenerator({ command: process.execPath, args: ['-e', script], cwd: process.cwd(), env: process.env })

test('a generator that ends with 0 has succeeded', async () => {
  expect(await run('console.log("done")')).toEqual({ ok: true, output: 'done\n' })
})

test('one that fails is told with what it said and how it ended', async () => {
  const { ok, output } = await run('console.log("a"); console.error("b"); process.exitCode = 3')
  expect(ok).toBe(false)
  expect(output).toContain('a\n')
  expect(output).toContain('b\n')
  expect(output).toMatch(/ended with exit code 3$/)
})

test('one that is killed has failed', async () => {
  expect(await run('process.kill(process.pid, "SIGKILL")')).toEqual({
    ok: false,
    output: '\nended with SIGKILL',
  })
})

test('one that cannot be started has failed', async () => {
  const { ok, output } = await runGenerator({ command: './not-there', args: [], cwd: process.cwd(), env: {} })
  expect(ok).toBe(false)
  expect(output).toContain('ENOENT')
})

test('of very much output the end is kept', async () => {
  const { output } = await run('console.log("x".repeat(1e6)); console.log("the end"); process.exitCode = 1')
  expect(output.length).toBeLessThan(30_000)
  expect(output).toContain('the end')
})
