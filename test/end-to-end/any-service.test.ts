// A service that nobody has made phrases for is tested in the words of HTTP alone, with the suite's own steps and drivers;
// whoever reads a failure needs no code to understand it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startTarget, type StartedTarget } from '../../src/run/start-target.ts'
import { makeTempFolder, projects, readResults, runAirlock, type AllureResult } from '../airlock.ts'

const cwd = join(projects, 'parcels')
const keys = { EAST_KEY: 'east-key-5e21' }
let server: StartedTarget

/** All that a run has written of its cases. */
async function readWritten(out: string): Promise<string> {
  const folder = join(out, 'allure-results')
  const files = (await readdir(folder)).map(async (name) => readFile(join(folder, name), 'utf8'))
  return (await Promise.all(files)).join('\n')
}

async function run(features: string, target = 'parcels') {
  const out = join(await makeTempFolder(), 'run')
  const flags = ['--target', `policy/targets/${target}.yaml`, '--retry', '0', '--out', out]
  const ran = await runAirlock(['run', features, ...flags], { cwd, env: { ...keys, ...server.environment } })
  return { ran, out, results: await readResults(out) }
}

beforeAll(async () => {
  const env = { ...process.env, ...keys }
  server = await startTarget({ command: [process.execPath, 'server.ts'], cwd, env, timeoutMs: 20_000 })
})
afterAll(async () => server.stop())

describe('a service tested in the words of HTTP', () => {
  it('passes where it does what is said', async () => {
    const { ran } = await run('features/parcels')
    expect(ran, ran.stdout + ran.stderr).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('7 of 7 cases passed'),
    })
  })
})

describe('a service that does not serve the contract its target names', () => {
  it('passes nowhere, since nothing can be held against it', async () => {
    const { ran, results } = await run('features/parcels', 'unserved')
    expect(ran.exitCode).toBe(1)
    expect(results.filter(({ status }) => status === 'passed')).toEqual([])
    for (const { statusDetails } of results)
      expect(statusDetails?.message).toMatch(
        /The contract was not served at .*openapi\.json when the run began/,
      )
  })
})

const messages: Readonly<Record<string, string>> = {
  'another status':
    'the status of GET /parcels/999999, which answered {"message":"no such parcel"}: expected 200, found 404',
  'a token in the query': 'the status of GET /parcels/999999?access_token=[redacted], which answered',
  'a refusal that nobody asked about':
    'Nobody expected this: GET /parcels/999999 was refused with 404 Not Found: {"message":"no such parcel"}',
  'a refusal before the test begins':
    'Nobody expected this: GET /parcels/999999 was refused with 404 Not Found: {"message":"no such parcel"}',
  'another value': '"weight" of the answer: expected 2, found 1.5',
  'a number that is text': '"weight" of the answer: expected "1.5", found 1.5',
  'nothing there': '"history[5].place" of the answer: expected "hub", found nothing',
  'another object': '"history[0]" of the answer: place expected "hub", found "counter"',
  'something there': '"state" of the answer: expected nothing, found "sorting"',
  'absent from what is not there': '"histroy[0].by" of the answer: nothing can be missing in nothing',
  'a name that is absent from a list':
    '"history.by" of the answer: nothing can be missing in [{"place":"counter"},{"place":"hub","by":"van"}]',
  'no match': '"to" of the answer: expected something that matches ^B, found Anna',
  'a match of nothing': '"signature" of the answer: expected something that matches ^[a-z]+$, found null',
  'a match of another name': '"to" of the answer: expected something that matches ^A.na$, found Anna',
  'a text in which is no text': 'Every text contains "". Say what must be in it.',
  'an answer in which is no text': 'Every text contains "". Say what must be in it.',
  'another number of entries': 'the number of entries in "history" of the answer: expected 3, found 2',
  'entries of something that is no list': '"to" of the answer: expected a list, found "Anna"',
  'not in a list':
    '"history" of the answer: expected {"by":"ship"} in it, found [{"place":"counter"},{"place":"hub","by":"van"}]',
  'another header': 'the header "Content-Type": expected "text/plain", found "application/json"',
  'no such header': 'the header "X-Debug": expected something that matches ., found nothing',
  'another text': 'expected "To: Bert" in it, found "To: Anna"',
  'no JSON': 'is no JSON: To: Anna',
  'another shape': "the answer must have required property 'price'; /weight must be integer",
  'a schema with a word that there is not':
    'The schema cannot be used: strict mode: unknown keyword: "requird"',
  'a schema with a format that there is not': 'The schema cannot be used: unknown format "emial"',
  'no contract': 'The target names no contract: its file has no `openapi`.',
  'never in time': 'Not within 1 second: "state" of the answer: expected "lost", found "delivered"',
  'never that status': ': expected 404, found 200',
  'in time only afterwards': '/slow was answered as expected, but only after 15',
  'waited for in a refusal':
    'Not within 1 second: GET /parcels/999999 was refused with 404: {"message":"no such parcel"}',
  'longer than a step may take': 'A step can wait 15 seconds at most.',
  'a name that nobody remembered': 'No value "letter" has been spoken of before; there are: parcel.',
  'nothing to remember': '"price" of the answer: there is nothing to remember as "price".',
  'no path': '"parcels" is no path; it begins with "/".',
  'no place in an answer': '"history[*].place" is no place in an answer, as "results[0].id" is.',
  'no such service': 'The tenant east has no service "letters"; it has parcels, about.',
}

describe('what is said of a mistake', () => {
  let results: readonly AllureResult[]
  let written: string
  beforeAll(async () => {
    const ended = await run('features/mistakes')
    results = ended.results
    written = await readWritten(ended.out)
  })

  it('is said of every one of them', () => {
    expect(results.map(({ name }) => name).toSorted()).toEqual(Object.keys(messages).toSorted())
  })

  it.each(Object.entries(messages))('%s', (name, message) => {
    const result = results.find((one) => one.name === name)
    expect(result?.status).toMatch(/failed|broken/)
    expect(result?.statusDetails.message).toContain(message)
  })

  it('keeps what was asked and answered, without the key', () => {
    const failed = results.find(({ name }) => name === 'another status')
    expect(JSON.stringify(failed)).toContain('HTTP exchanges.txt')
    expect(written).not.toContain(keys.EAST_KEY)
    const tokens = [...written.matchAll(/access_token=([\w[\]{}-]*)/g)].map(([, token]) => token)
    expect(new Set(tokens)).toEqual(new Set(['{{unique}}', '[redacted]']))
  })
})
