// A platform Airlock has never heard of is run by its target file alone.
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Seal } from '../../src/run/seal.ts'
import { labelOf, makeTempFolder, projects, readJson, readResults, runAirlock } from '../airlock.ts'
import { keys, startLibrary, type Library } from '../start-library.ts'

const cwd = join(projects, 'library')
const target = ['--target', 'policy/targets/library.yaml']
let library: Library

beforeAll(async () => {
  library = await startLibrary()
})
afterAll(async () => library.stop())

describe('a platform given by a target file alone', () => {
  it('is run for each of its tenants, and seals which build it was', async () => {
    const out = await makeTempFolder()
    const ran = await runAirlock(['run', ...target, '--out', out], { cwd, env: library.env })
    expect(ran).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('4 of 4 cases passed') })
    const results = await readResults(out)
    expect(results.map((one) => `${one.name} ${labelOf(one, 'tenant')} ${one.status}`).toSorted()).toEqual([
      'A book on the shelf can be lent north passed',
      'A book on the shelf can be lent south passed',
      'A lent book cannot be lent again north passed',
      'A lent book cannot be lent again south passed',
    ])
    const seal = await readJson<Seal>(out, 'run.json')
    expect(seal.candidate.end).toMatchObject([
      { service: 'loans', tenant: 'north', version: '1.0.0', digest: 'sha256:1.0.0', error: null },
      { service: 'loans', tenant: 'south', version: '1.0.0', digest: 'sha256:1.0.0', error: null },
    ])
  })

  it('leaves no secret in any file of the run', async () => {
    const out = await makeTempFolder()
    await runAirlock(['run', ...target, '--out', out], { cwd, env: library.env })
    const files = await readdir(out, { recursive: true, withFileTypes: true })
    const texts = files
      .filter((file) => file.isFile())
      .map((file) => readFile(join(file.parentPath, file.name), 'utf8'))
    const all = (await Promise.all(texts)).join('\n')
    for (const secret of Object.values(keys)) expect(all).not.toContain(secret)
  })

  it('names every value that the environment lacks', async () => {
    const ran = await runAirlock(['run', ...target], { cwd, env: { LIBRARY_URL: 'http://127.0.0.1:1' } })
    expect(ran.exitCode).toBe(3)
    expect(ran.stderr).toContain(
      'policy/tenants.yaml:9:15 at tenants[0].secret: expected a value for NORTH_KEY',
    )
    expect(ran.stderr).toContain('SOUTH_KEY')
  })

  it('is inconclusive when nobody answers', async () => {
    const ran = await runAirlock(['run', ...target], {
      cwd,
      env: { ...library.env, LIBRARY_URL: 'http://127.0.0.1:1' },
    })
    expect(ran.exitCode).toBe(2)
    expect(ran.stderr).toContain('The target does not say which build it is.')
  })

  it.each([
    [['--tenants', 'west'], '--tenants: expected one of north, south, received west'],
    [['--tags', '@a and'], '--tags: expected a tag expression'],
    [['--shard', '3/2'], '--shard: expected i/n'],
    [['--tags', '@nothing'], 'expected at least one case to run'],
    [['--nonsense'], 'unknown option'],
    [['--retry', 'x'], 'Expected a whole number'],
  ])('refuses %s with exit code 3', async (flags, message) => {
    const ran = await runAirlock(['run', ...target, ...flags], { cwd, env: library.env })
    expect(ran.exitCode).toBe(3)
    expect(ran.stderr).toContain(message)
  })

  it('splits into shards that together are the plan', async () => {
    const run = async (shard: string) => {
      const out = await makeTempFolder()
      const ran = await runAirlock(['run', ...target, '--out', out, '--shard', shard], {
        cwd,
        env: library.env,
      })
      expect(ran.exitCode).toBe(0)
      return (await readJson<Seal>(out, 'run.json')).shards[0]?.cases ?? []
    }
    const [one, two] = [await run('1/2'), await run('2/2')]
    expect(new Set([...one, ...two]).size).toBe(4)
    expect(one.length + two.length).toBe(4)
  })
})
