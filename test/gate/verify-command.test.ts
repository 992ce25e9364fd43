// From the keys to the deployment as people do it: once as processes with their exit codes, then the same commands in
// this process, which is quicker. The signature is checked with openssl as well, by bytes put together here, so that
// one mistake cannot stand in both.
import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { copyFile, mkdir, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runGate, type GateOptions } from '../../scripts/gate.ts'
import { runKeysCreate } from '../../scripts/keys.ts'
import { runVerify, type VerifyOptions } from '../../scripts/verify.ts'
import type { Environment, ExitCode } from '../../src/io/environment.ts'
import { ConfigurationError } from '../../src/release/problem.ts'
import { makeReleaseFiles, usualPolicyFiles, writeFiles } from '../acceptance/promise-files.ts'
import { firstCase, writeRun, type RunSpec } from '../acceptance/run-folder.ts'
import { digest } from '../acceptance/run-seal.ts'
import { makeTempFolder, readJson, runAirlock, type Finished } from '../airlock.ts'

let root: string
/** Deployed as one file; the usual runs were made against its digest. */
const artifact = '7.7.0'
const signed = ['verdict.dsse.json', 'verdict.intoto.jsonl', 'verdict.sigstore.json']

type Command = (environment: Environment) => ExitCode | Promise<ExitCode>

/** A command as the command line calls it. */
async function run(command: Command, env: Environment['env'] = {}): Promise<Finished> {
  const texts = { stdout: '', stderr: '' }
  const write = (stream: 'stdout' | 'stderr') => ({ write: (text: string) => (texts[stream] += text) })
  const [stdout, stderr] = [write('stdout'), write('stderr')]
  try {
    const exitCode = await command({ cwd: root, env, stdout, stderr, now: () => Date.now() })
    return { exitCode, ...texts }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return { exitCode: 3, stdout: texts.stdout, stderr: error.message }
  }
}

const gate = (options: GateOptions, env?: Environment['env']) =>
  run((environment) => runGate(options, environment), env)
const createKeys = (out: string) => run((environment) => runKeysCreate({ out }, environment))
const verify = (verdict: string, options: Partial<VerifyOptions> = {}) => {
  const usual = { key: 'keys/airlock.pub', artifact: 'app.tar', kind: 'scheduled' as const }
  return run((environment) => runVerify({ verdict, ...usual, ...options }, environment))
}
const listSigned = async (folder: string): Promise<string[]> =>
  (await readdir(join(root, folder))).filter((name) => signed.includes(name)).toSorted()

beforeAll(async () => {
  root = await makeTempFolder()
  const startMs = Date.now() - 90_000
  const runs: Record<string, RunSpec> = { good: {}, bad: { cases: firstCase('failed') }, keyless: {} }
  for (const [name, spec] of Object.entries(runs)) await writeRun(join(root, name), { startMs, ...spec })
  // Let in at any time, so that a deployment may ask now.
  await writeFiles(root, { ...usualPolicyFiles, ...makeReleaseFiles({ window: undefined }) })
  await writeFile(join(root, 'policy/policy.yaml'), 'extends: results-only\n')
  await writeFile(join(root, 'app.tar'), artifact)
})
afterAll(() => rm(root, { recursive: true, force: true }))

test('keys, gate and verify as processes', async () => {
  const airlock = (...args: string[]): Promise<Finished> => runAirlock(args, { cwd: root })
  expect(await createKeys('keys')).toMatchObject({ exitCode: 0, stderr: '' })
  expect(await airlock('gate', '--run', 'good', '--key', 'keys/airlock.key')).toMatchObject({ exitCode: 0 })
  const nothing = await airlock('gate', '--run', 'good', '--key', '')
  expect(nothing).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('--key: expected a file') })
  const args = ['good/verdict.dsse.json', '--key', 'keys/airlock.pub', '--artifact', 'app.tar']
  const verified = await airlock('verify', ...args, '--environment', 'reference')
  expect(verified).toMatchObject({ exitCode: 0, stderr: '' })
  expect(verified.stdout).toContain('All 11 checks hold.')
  expect(await airlock('verify', ...args, '--environment', 'production')).toMatchObject({ exitCode: 1 })
  expect(await airlock('verify', ...args.slice(0, 3))).toMatchObject({ exitCode: 3, stdout: '' })
})

describe('airlock keys create', () => {
  test('writes a private key for its owner only, and a public one', async () => {
    const file = join(root, 'keys', 'airlock.key')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readFile(file, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----/)
    expect(await readFile(join(root, 'keys', 'airlock.pub'), 'utf8')).toMatch(/^-----BEGIN PUBLIC KEY-----/)
  })

  test('replaces nothing', async () => {
    const before = await readFile(join(root, 'keys', 'airlock.key'), 'utf8')
    const again = await createKeys('keys')
    expect(again).toMatchObject({ exitCode: 3, stdout: '' })
    expect(again.stderr).toContain('airlock.key: expected no file')
    expect(await readFile(join(root, 'keys', 'airlock.key'), 'utf8')).toBe(before)
  })

  test('leaves no half of a pair where a link that leads nowhere is in the way', async () => {
    await mkdir(join(root, 'linked'))
    await symlink('nowhere', join(root, 'linked', 'airlock.pub'))
    const refused = await createKeys('linked')
    expect(refused).toMatchObject({ exitCode: 3, stdout: '' })
    expect(refused.stderr).toContain('airlock.pub: expected no file')
    expect(await readdir(join(root, 'linked'))).toEqual(['airlock.pub'])
  })
})

describe('airlock gate', () => {
  test('leaves the signed files beside the verdict', async () => {
    expect(await listSigned('good')).toEqual(signed)
  })

  test('signs with a key out of the environment, also what it blocks', async () => {
    const key = await readFile(join(root, 'keys', 'airlock.key'), 'utf8')
    expect(await gate({ run: 'bad' }, { AIRLOCK_SIGNING_KEY: key })).toMatchObject({ exitCode: 1 })
    const refused = await verify('bad/verdict.dsse.json')
    expect(refused).toMatchObject({ exitCode: 1 })
    expect(refused.stdout).toMatch(/✗ verdict +expected pass, found block/)
  })

  test('signs nothing without a key, and takes away what an earlier gate has signed', async () => {
    await copyFile(join(root, 'good/verdict.dsse.json'), join(root, 'keyless/verdict.dsse.json'))
    const judged = await gate({ run: 'keyless' })
    expect(judged).toMatchObject({ exitCode: 0 })
    expect(judged.stderr).toContain('the verdict is not signed: there is no key')
    expect(await listSigned('keyless')).toEqual([])
  })

  test('signs no preview', async () => {
    const now = new Date().toISOString()
    const judged = await gate({ run: 'keyless', now, key: 'keys/airlock.key' })
    expect(judged.stderr).toContain('the verdict is not signed: it is a preview')
    expect(await listSigned('keyless')).toEqual([])
  })

  test.each([
    ['a public key', 'keys/airlock.pub', 'no key that can be read'],
    ['no key', 'app.tar', 'no key that can be read'],
    ['nothing there', 'nowhere.key', 'ENOENT'],
    ['a key of another curve', 'p384.key', 'ec secp384r1'],
  ])('judges nothing with %s', async (_, key, received) => {
    await writeFile(join(root, 'p384.key'), makeOtherKey())
    await rm(join(root, 'keyless/verdict.json'), { force: true })
    const judged = await gate({ run: 'keyless', key })
    expect(judged).toMatchObject({ exitCode: 3, stdout: '' })
    expect(judged.stderr).toContain(received)
    expect(await readdir(join(root, 'keyless'))).not.toContain('verdict.json')
  })
})

describe('airlock verify', () => {
  test.each(['verdict.dsse.json', 'verdict.sigstore.json'])('opens the door for %s', async (name) => {
    const verified = await verify(`good/${name}`, { environment: 'reference' })
    expect(verified).toMatchObject({ exitCode: 0, stderr: '' })
    expect(verified.stdout).toMatch(/✓ signature +by this key/)
    expect(verified.stdout).toContain('All 11 checks hold.')
  })

  test('takes a digest in place of the file, and the policy’s file', async () => {
    const options = { artifact: `sha256:${digest(artifact)}`, policy: 'policy/policy.yaml' }
    const verified = await verify('good/verdict.dsse.json', options)
    expect(verified).toMatchObject({ exitCode: 0 })
  })

  test.each<[string, Partial<VerifyOptions>, string]>([
    ['another environment', { environment: 'production' }, 'environment'],
    ['another kind of release', { kind: 'emergency' }, 'kind'],
    ['another artifact', { artifact: 'good/plan.json' }, 'artifact'],
    ['another policy', { policy: 'app.tar' }, 'policy, policy-files'],
    ['a replay after it has expired', { now: new Date(Date.now() + 86_500_000).toISOString() }, 'age, time'],
  ])('refuses %s', async (_, options, checks) => {
    const refused = await verify('good/verdict.dsse.json', options)
    expect(refused).toMatchObject({ exitCode: 1 })
    expect(refused.stdout).toContain(`Do not deploy: ${checks}.`)
  })

  test('refuses another key', async () => {
    await createKeys('others')
    const options = { key: 'others/airlock.pub', json: true }
    const refused = await verify('good/verdict.dsse.json', options)
    expect(refused).toMatchObject({ exitCode: 1 })
    expect(JSON.parse(refused.stdout)).toMatchObject({ schema: 'airlock.verification/1', verified: false })
  })

  test('refuses a verdict that is not signed, such as verdict.json itself', async () => {
    expect(await verify('good/verdict.json')).toMatchObject({ exitCode: 1 })
  })

  test.each([
    ['cut short', 'short.json', 'expected JSON'],
    ['not there', 'nowhere.json', 'ENOENT'],
  ])('leaves with 3 where the file is %s', async (_, name, told) => {
    const text = await readFile(join(root, 'good/verdict.dsse.json'), 'utf8')
    await writeFile(join(root, 'short.json'), text.slice(0, text.length / 2))
    const left = await verify(name)
    expect(left).toMatchObject({ exitCode: 3, stdout: '' })
    expect(left.stderr).toContain(told)
  })

  test.each([
    ['a private key', { key: 'keys/airlock.key' }, 'a private key'],
    ['half a digest', { artifact: 'sha256:abc' }, '64 hexadecimal digits'],
    ['a time that is none', { now: 'soon' }, 'an instant'],
  ])('leaves with 3 for %s', async (_, options, told) => {
    const left = await verify('good/verdict.dsse.json', options)
    expect(left).toMatchObject({ exitCode: 3, stdout: '' })
    expect(left.stderr).toContain(told)
  })
})

describe('the window of the release', () => {
  const minutes = (count: number): string => {
    const at = Temporal.Now.instant().add({ seconds: count * 60 })
    return at.round('second').toString()
  }

  test.each([
    ['is to come', 30, 60, 1],
    ['is now', -30, 30, 0],
    ['is over', -60, -30, 1],
  ])('that %s', async (word, ...[start, end, exitCode]) => {
    const folder = word.replaceAll(' ', '-')
    const release = makeReleaseFiles({
      release: folder,
      window: { start: minutes(start), end: minutes(end) },
    })
    await writeFiles(root, release)
    await writeRun(join(root, folder), { startMs: Date.now() - 90_000 })
    await gate({ run: folder, release: `releases/${folder}`, key: 'keys/airlock.key' })
    const verified = await verify(`${folder}/verdict.dsse.json`)
    expect(verified).toMatchObject({ exitCode })
    // Once it is over, the verdict is too.
    const refused = end < 0 ? 'age, window' : 'window'
    expect(verified.stdout).toContain(exitCode === 0 ? 'All 10 checks hold.' : `Do not deploy: ${refused}.`)
  })
})

describe('airlock verify --target', () => {
  let server: Server
  /** What the instances behind the address say, one after the other. */
  let instances = [digest(artifact)]

  beforeAll(async () => {
    let asked = 0
    server = createServer((_, response) => {
      const sha256 = instances[(asked += 1) % instances.length]
      response.end(JSON.stringify({ version: '7.7.0', digest: `sha256:${sha256}` }))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    await mkdir(join(root, 'policy/targets'))
    const target = `name: reference
services: { wallet: 'http://127.0.0.1:${port}' }
identity: { url: /version, version: $.version, digest: $.digest }
`
    await writeFile(join(root, 'policy/targets/reference.yaml'), target)
    await writeFile(join(root, 'policy/targets/other.yaml'), target.replace('reference', 'other'))
    // The secret has no value here: a deployment is not given the tenants' secrets.
    const tenant =
      '{ id: maple, name: Maple, zone: UTC, calendar: GB, services: [wallet], clientId: m, secret: "${NO}" }'
    await writeFile(join(root, 'policy/tenants.yaml'), `tenants: [${tenant}]\n`)
  })
  afterAll(() => server.close())

  const ask = (name = 'reference', options: Partial<VerifyOptions> = {}) =>
    verify('good/verdict.dsse.json', { target: `policy/targets/${name}.yaml`, ...options })

  test('asks the candidate that runs now', async () => {
    const verified = await ask()
    expect(verified).toMatchObject({ exitCode: 0, stderr: '' })
    expect(verified.stdout).toMatch(/✓ running-candidate +it, in all 5 answers/)
  })

  test('refuses where one of several instances is another build', async () => {
    instances = [digest(artifact), digest(artifact), digest('7.6.9')]
    const refused = await ask()
    expect(refused).toMatchObject({ exitCode: 1 })
    expect(refused.stdout).toContain(`wallet for maple: 7.7.0, sha256:${digest('7.6.9')}`)
  })

  test('refuses another target, by its name', async () => {
    const refused = await ask('other')
    expect(refused).toMatchObject({ exitCode: 1 })
    expect(refused.stdout).toMatch(/✗ environment +expected other, found reference/)
  })

  test('leaves with 3 where environment and target are two', async () => {
    expect(await ask('other', { environment: 'reference' })).toMatchObject({ exitCode: 3 })
  })
})

const program = 'openssl'
const hasOpenssl = spawnSync(program, ['version']).status === 0

test.skipIf(!hasOpenssl)('plain openssl verifies the signature', async () => {
  type Written = { payloadType: string; payload: string; signatures: { sig: string }[] }
  const envelope = await readJson<Written>(root, 'good/verdict.dsse.json')
  const body = Buffer.from(envelope.payload, 'base64')
  const { payloadType } = envelope
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${body.length} `
  await writeFile(join(root, 'signed.bin'), Buffer.concat([Buffer.from(head), body]))
  await writeFile(join(root, 'forged.bin'), Buffer.concat([Buffer.from(head), body, Buffer.from(' ')]))
  await writeFile(join(root, 'signature.der'), Buffer.from(envelope.signatures[0]?.sig ?? '', 'base64'))
  const openssl = (file: string): string => {
    const args = ['dgst', '-sha256', '-verify', 'keys/airlock.pub', '-signature', 'signature.der', file]
    return spawnSync(program, args, { cwd: root, encoding: 'utf8' }).stdout.trim()
  }
  expect(openssl('signed.bin')).toBe('Verified OK')
  expect(openssl('forged.bin')).toBe('Verification failure')
})

/** P-384: a good key, and not one that verdicts are signed with. */
function makeOtherKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  return privateKey.export({ type: 'pkcs8', format: 'pem' })
}
