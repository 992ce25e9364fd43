// What was shared out and is joined again must be neither more nor less than its parts.
import { expect, test } from 'vitest'
import { makeRunFiles } from '../../test/acceptance/run-folder.ts'
import { planSchema } from '../plan/plan.ts'
import type { CoverageFile } from './coverage.ts'
import { findMisfits } from './find-misfits.ts'
import { joinCoverage, joinSeals, placeFiles } from './join-shards.ts'
import type { RunPart } from './run-part.ts'
import { sealSchema, type Seal } from './seal.ts'

const parse = (text = ''): unknown => JSON.parse(text)
const sampleFiles = makeRunFiles()
const plan = planSchema.parse(parse(sampleFiles.get('plan.json')))
const seal = sealSchema.parse(parse(sampleFiles.get('run.json')))
const [shard] = seal.shards
const file = (path: string, sha256 = path) => ({ path, bytes: 1, sha256 })

/** A part that sealed a result, its messages and what every run has. */
function makePart(
  index: number,
  { change = {}, ...more }: Partial<RunPart> & { change?: Partial<Seal> } = {},
) {
  const own = [`allure-results/${index}-result.json`, `messages/shard-${index}-of-2.ndjson`]
  const paths = [...own, 'plan.json', 'coverage.json', 'logs/worker-1.log', 'allure-results/categories.json']
  const part: RunPart = {
    folder: `shard-${index}`,
    plan: { ...plan, runId: `run-${index}` },
    coverage: null,
    contract: null,
    files: [...paths, 'run.json'],
    seal: {
      ...seal,
      runId: `run-${index}`,
      start: index * 100,
      end: index * 100 + 50,
      shards: shard ? [{ ...shard, index, total: 2, cases: [`case-${index}`] }] : [],
      durations: [{ case: `case-${3 - index}`, ms: 1, passed: true }],
      files: paths.map((path) => file(path, `${path} of ${index}`)),
      ...change,
    },
    ...more,
  }
  return part
}
const join = (...parts: RunPart[]) => joinSeals(placeFiles(parts), { parts, made: [file('plan.json')] })

test('each file has one place, and says what its part has sealed', () => {
  const joined = join(makePart(1), makePart(2))
  expect(joined?.files.map(({ path, sha256 }) => `${path}: ${sha256}`)).toEqual([
    'allure-results/1-result.json: allure-results/1-result.json of 1',
    'allure-results/2-result.json: allure-results/2-result.json of 2',
    'allure-results/categories.json: allure-results/categories.json of 1',
    'messages/shard-1-of-2.ndjson: messages/shard-1-of-2.ndjson of 1',
    'messages/shard-2-of-2.ndjson: messages/shard-2-of-2.ndjson of 2',
    'parts/1-of-2/coverage.json: coverage.json of 1',
    'parts/1-of-2/logs/worker-1.log: logs/worker-1.log of 1',
    'parts/1-of-2/plan.json: plan.json of 1',
    'parts/2-of-2/allure-results/categories.json: allure-results/categories.json of 2',
    'parts/2-of-2/coverage.json: coverage.json of 2',
    'parts/2-of-2/logs/worker-1.log: logs/worker-1.log of 2',
    'parts/2-of-2/plan.json: plan.json of 2',
    'plan.json: plan.json',
  ])
})

test('the whole lasts from the first beginning to the last end, and each shard says of which run it is', () => {
  const joined = join(makePart(1), makePart(2))
  expect(joined).toMatchObject({ runId: 'run-1', start: 100, end: 250, interrupted: false })
  expect(joined?.shards.map(({ index, runId, cases }) => [index, runId, cases])).toEqual([
    [1, 'run-1', ['case-1']],
    [2, 'run-2', ['case-2']],
  ])
  expect(joined?.durations.map((one) => one.case)).toEqual(['case-1', 'case-2'])
  expect(joined?.candidate.start).toHaveLength(seal.candidate.start.length * 2)
  expect(joined?.candidate.end).toHaveLength(seal.candidate.end.length * 2)
})

test('one that was interrupted makes the whole so, and one without a seal leaves it without', () => {
  expect(join(makePart(1), makePart(2, { change: { interrupted: true } }))?.interrupted).toBe(true)
  expect(join(makePart(1), makePart(2, { seal: null }))).toBeNull()
  expect(join()).toBeNull()
})

test('what one part has not sealed is placed all the same, and what it has sealed and lost is missed', () => {
  const added = makePart(2, { files: ['allure-results/x-result.json'] })
  const places = placeFiles([added]).map(({ to }) => to)
  expect(places).toContain('allure-results/x-result.json')
  expect(places).toContain('allure-results/2-result.json')
})

test('parts fit that differ in their run alone', () => {
  expect(findMisfits([makePart(1), makePart(2)])).toEqual([])
  expect(findMisfits([makePart(1), makePart(2, { seal: null })])).toEqual([])
  const interrupted = { interrupted: true, candidate: { ...seal.candidate, end: [] } }
  expect(findMisfits([makePart(1), makePart(2, { change: interrupted })])).toEqual([])
  expect(findMisfits([])).toEqual([])
})

test.each<[string, RunPart, string]>([
  ['another plan', makePart(2, { plan: { ...plan, target: 'elsewhere' } }), 'the same plan as shard-1'],
  ['another number of retries', makePart(2, { change: { retry: 9 } }), '--retry 1 as shard-1'],
  ['another contract', makePart(2, { contract: '{}' }), 'the same contract of the candidate as shard-1'],
  [
    'nobody asked at its end',
    makePart(2, { change: { candidate: { ...seal.candidate, end: [] } } }),
    'the same endpoints asked for the same tenants, at the start and at the end, as shard-1',
  ],
  ['the plan of another run', makePart(2, { change: { runId: 'x' } }), 'the plan of run x in shard-2'],
  ['the same shard', makePart(1, { folder: 'copy' }), 'each shard once'],
  ['the same shard, both unsealed', makePart(1, { seal: null }), 'each shard once'],
  ['a plan that it never sealed', makePart(2, { change: { files: [] } }), 'files that the run has sealed'],
  ['a seal of files elsewhere', makePart(2, { change: { files: [file('../x')] } }), 'files in shard-2'],
])('a part does not fit: %s', (_, part, expected) => {
  expect(findMisfits([makePart(1), part]).map((problem) => problem.expected)).toContain(expected)
})

const use = { operationId: 'get', method: 'GET', template: '/a', status: 200 }
const covered = (change: Partial<CoverageFile>): RunPart =>
  makePart(1, {
    coverage: {
      schema: 'airlock.coverage/1',
      runId: 'r',
      uses: [],
      violations: [],
      unreadable: 0,
      ...change,
    },
  })

test('what was used is added up, and what was violated is told once with all its cases', () => {
  const violation = { ...use, problem: 'no such field', cases: ['b'] }
  const parts = [
    covered({ uses: [{ ...use, count: 2, tenants: ['oak'] }], violations: [violation], unreadable: 1 }),
    covered({
      uses: [
        { ...use, count: 3, tenants: ['elm', 'oak'] },
        { ...use, status: 404, count: 1, tenants: ['elm'] },
      ],
      violations: [
        { ...violation, cases: ['a'] },
        { ...violation, problem: 'another' },
      ],
      unreadable: 2,
    }),
  ]
  expect(joinCoverage(parts, 'run-1')).toEqual({
    schema: 'airlock.coverage/1',
    runId: 'run-1',
    uses: [
      { ...use, count: 5, tenants: ['elm', 'oak'] },
      { ...use, status: 404, count: 1, tenants: ['elm'] },
    ],
    violations: [
      { ...violation, problem: 'another' },
      { ...violation, cases: ['a', 'b'] },
    ],
    unreadable: 3,
  })
})

test('where one part does not say what it used, nobody knows what all of them did', () => {
  expect(joinCoverage([covered({}), makePart(2)], 'run-1')).toBeNull()
})
