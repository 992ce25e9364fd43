// A canary in every place a secret can stand: whatever is written of a run, it is in none of it, not even inside archives.
import { unzipSync } from 'fflate'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTarget, type StartedTarget } from '../../src/run/start-target.ts'
import { makeTempFolder, projects, runAirlock, type Finished } from '../airlock.ts'

const cwd = join(projects, 'canary')
const secrets = {
  CANARY_SECRET: 'canary-client-secret-7f31',
  CANARY_PASSWORD: 'canary-password-9c02',
  COOKIE: 'canary-cookie-4d77',
  PIN: 'canary-pin-1e58',
  RING: 'canary-ring-b6a9',
  SONG: 'canarysong3c44',
  CAGE: 'canary-cage-2e90',
}

let server: StartedTarget
let out: string
let texts: string[]

/** Everything below a folder, and everything inside of its archives, as text. */
async function readAll(folder: string): Promise<{ name: string; text: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const read = files.map(async (name) => {
    const bytes = await readFile(name)
    const members = bytes.subarray(0, 2).toString() === 'PK' ? Object.entries(unzipSync(bytes)) : []
    return [
      { name, text: bytes.toString('latin1') },
      ...members.map(([member, data]) => ({
        name: `${name}!${member}`,
        text: Buffer.from(data).toString('latin1'),
      })),
    ]
  })
  return (await Promise.all(read)).flat()
}

function spellings(secret: string): string[] {
  return [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')]
}

beforeAll(async () => {
  const env = { ...process.env, ...secrets }
  server = await startTarget({ command: [process.execPath, 'server.ts'], cwd, env, timeoutMs: 20_000 })
  out = join(await makeTempFolder(), 'run')
  const options = { cwd, env: { ...secrets, ...server.environment } }
  const ran: Finished = await runAirlock(
    ['run', '--target', 'policy/targets/canary.yaml', '--out', out],
    options,
  )
  const gate = await runAirlock(['gate', '--run', out], options)
  const report = await runAirlock(['report', '--run', out], {
    ...options,
    env: { ...options.env, AIRLOCK_ALLURE: '3' },
  })
  expect([ran.exitCode, gate.exitCode], ran.stdout + ran.stderr).toEqual([1, 1])
  texts = [ran, gate, report].flatMap(({ stdout, stderr }) => [stdout, stderr])
})
afterAll(async () => server.stop())

describe('a run in which everything is secret and everything fails', () => {
  it('keeps exchanges, screenshot, console, accessible tree and trace', async () => {
    const names = await readdir(join(out, 'allure-results'))
    const results = await Promise.all(
      names
        .filter((name) => name.endsWith('-result.json'))
        .map((name) => readFile(join(out, 'allure-results', name), 'utf8')),
    )
    for (const kept of [
      'HTTP exchanges.txt',
      'page.png',
      'console.txt',
      'accessible tree.txt',
      'trace.zip',
    ]) {
      expect(results.join('\n')).toContain(kept)
    }
  })

  it.each(Object.entries(secrets))('writes %s nowhere', async (_name, secret) => {
    const files = await readAll(out)
    const found = files.filter(({ text }) => spellings(secret).some((spelling) => text.includes(spelling)))
    expect(found.map(({ name }) => name)).toEqual([])
    for (const text of texts) for (const spelling of spellings(secret)) expect(text).not.toContain(spelling)
  })

  it('still shows what is no secret', async () => {
    const all = (await readAll(out)).map(({ text }) => text).join('\n')
    expect(all).toContain('POST http://127.0.0.1')
    expect(all).toContain('the bird sings [redacted]')
    expect(all).toContain('the secret of solo is [redacted]')
  })
})

it('tells no password of an address that is none', async () => {
  const env = { ...secrets, ...server.environment, CAGE: 'canary/cage-2e90' }
  const ran = await runAirlock(['run', '--target', 'policy/targets/canary.yaml'], { cwd, env })
  expect(ran.exitCode).toBe(3)
  expect(ran.stderr).toContain('received http://keeper:[redacted]@127.0.0.1:1.')
})

describe('what is printed before there is a run', () => {
  it.each([
    [
      'by a target that does not come up',
      'dies',
      2,
      'cannot connect with [redacted], [redacted], [redacted] or [redacted]',
    ],
    ['by code that cannot be loaded', 'loud', 3, 'no connection with [redacted], [redacted] or [redacted]'],
  ])('%s is told without its secrets', async (...[, target, exitCode, told]) => {
    const env = { ...secrets, CANARY_URL: 'http://127.0.0.1:1' }
    const ran = await runAirlock(['run', '--target', `policy/targets/${target}.yaml`], { cwd, env })
    expect(ran.exitCode, ran.stderr).toBe(exitCode)
    expect(ran.stderr).toContain(told)
    expect(Object.values(secrets).filter((secret) => (ran.stdout + ran.stderr).includes(secret))).toEqual([])
  })
})
