import { describe, expect, test } from 'vitest'
import { parsePlaywright } from './parse-playwright.ts'
import type { ReportReading } from './read-report.ts'

type Json = Readonly<Record<string, unknown>>
const startTime = '2026-11-23T08:00:00.000Z'
const attempt = (status: string, more: Json = {}): Json => ({ status, startTime, duration: 50, ...more })
const makeTest = (status: string, results: readonly Json[], more: Json = {}): Json => ({
  status,
  expectedStatus: 'passed',
  projectName: 'chromium',
  annotations: [],
  results,
  ...more,
})

function report(tests: readonly Json[], more: Json = {}): Json {
  const count = (word: string) => tests.filter(({ status }) => status === word).length
  const stats = Object.fromEntries(
    ['expected', 'unexpected', 'flaky', 'skipped'].map((word) => [word, count(word)]),
  )
  const ok = count('unexpected') === 0
  const specs = [{ title: 'pays', ok, tests, file: 'pay.spec.ts', line: 3, tags: ['smoke'] }]
  return {
    config: { rootDir: '/home/x/shop/e2e', configFile: '/home/x/shop/playwright.config.ts' },
    suites: [{ title: 'pay.spec.ts', file: 'pay.spec.ts', suites: [{ title: 'by card', specs }] }],
    errors: [],
    stats: { startTime, ...stats },
    ...more,
  }
}

const read = (value: unknown): ReportReading =>
  parsePlaywright({ path: 'pw.json', bytes: Buffer.from(JSON.stringify(value)) })
const kinds = ({ problems }: ReportReading): string[] => problems.map(({ kind }) => kind)

/** An hour of the day on which the reports were written. */
const hourOf = (hour: number): number =>
  Temporal.PlainDateTime.from({ year: 2026, month: 11, day: 23, hour }).toZonedDateTime('UTC')
    .epochMilliseconds

describe('a test', () => {
  test.each([
    ['passed', makeTest('expected', [attempt('passed')]), 'passed'],
    ['failed', makeTest('unexpected', [attempt('failed')]), 'failed'],
    ['took too long', makeTest('unexpected', [attempt('timedOut')]), 'broken'],
    ['was interrupted', makeTest('unexpected', [attempt('interrupted')]), 'broken'],
    ['failed and passed', makeTest('flaky', [attempt('failed'), attempt('passed')]), 'flaky'],
    ['was skipped', makeTest('skipped', [attempt('skipped')]), 'skipped'],
    ['was never begun', makeTest('skipped', []), 'skipped'],
    ['ended in a way nobody knows', makeTest('unexpected', [attempt('vanished')]), 'unknown'],
    ['failed as expected', makeTest('expected', [attempt('failed')], { expectedStatus: 'failed' }), 'failed'],
    [
      'passed against expectation',
      makeTest('unexpected', [attempt('passed')], { expectedStatus: 'failed' }),
      'failed',
    ],
  ])('that %s', (_, told, outcome) => {
    const reading = read(report([told]))
    expect(reading.results.map(({ found }) => found.outcome)).toEqual([outcome])
    expect(reading.problems).toEqual([])
  })

  test('is known by project, file, titles and name', () => {
    const [first] = read(report([makeTest('expected', [attempt('passed')])])).results
    const start = hourOf(8)
    expect(first?.found).toMatchObject({
      id: 'playwright:chromium › pay.spec.ts › by card#pays',
      uri: 'e2e/pay.spec.ts',
      line: 3,
      feature: 'by card › [chromium]',
      scenario: 'pays',
      tags: ['smoke'],
      source: 'playwright',
    })
    expect(first?.attempt).toMatchObject({ file: 'pw.json', start, stop: start + 50 })
  })

  test('shows that it said of itself to fail, and is pardoned nothing', () => {
    const told = makeTest('expected', [attempt('failed')], { expectedStatus: 'failed' })
    expect(read(report([told])).results[0]?.attempt).toMatchObject({ status: 'failed', flags: ['known'] })
  })

  test('tells why it was skipped, or fails to', () => {
    const annotations = [
      { type: 'issue', description: 'x' },
      { type: 'skip', description: 'no terminal' },
    ]
    const told = [
      makeTest('skipped', [attempt('skipped')], { annotations }),
      makeTest('skipped', [attempt('skipped')]),
    ]
    expect(read(report(told)).results.map((result) => result.attempt.message)).toEqual(['no terminal', ''])
  })

  test('tells why it failed', () => {
    const told = makeTest('unexpected', [attempt('failed', { error: { message: 'Expected 663' } })])
    expect(read(report([told])).results[0]?.attempt.message).toBe('Expected 663')
  })
})

describe('a report', () => {
  const good = makeTest('expected', [attempt('passed')])

  test('tells of errors outside of any test', () => {
    expect(read(report([good], { errors: [{ message: 'Cannot find module' }] })).problems).toMatchObject([
      { kind: 'global-error', detail: { message: 'Cannot find module' } },
    ])
  })

  test.each([
    ['other numbers', { stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 } }, ['counts-disagree']],
    [
      'a failure it does not show',
      { stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 } },
      ['counts-disagree'],
    ],
    ['no numbers', { stats: undefined }, ['malformed-result']],
    ['no tests', { suites: [] }, ['counts-disagree', 'no-results']],
  ])('with %s', (_, change, expected) => {
    expect(kinds(read(report([good], change)))).toEqual(expected)
  })

  test.each([
    ['expected', ['failed']],
    ['expected', ['failed', 'passed']],
    ['flaky', ['passed']],
    ['unexpected', ['passed']],
    ['skipped', ['failed']],
    ['fine', ['passed']],
  ])('that calls a test %s which %s contradicts itself', (word, results) => {
    const told = makeTest(
      word,
      results.map((status) => attempt(status)),
    )
    expect(kinds(read(report([told])))).toContain('counts-disagree')
  })

  test.each([
    ['empty', ''],
    ['cut short', JSON.stringify(report([good])).slice(0, 300)],
    ['another document', '{"results": []}'],
    ['a list', '[]'],
  ])('is not read: %s', (_, text) => {
    expect(kinds(parsePlaywright({ path: 'pw.json', bytes: Buffer.from(text) }))).toEqual([
      'unreadable-result',
    ])
  })

  test('says which part of how many it is, and of which suite', () => {
    const shardOf = (config: Json) => {
      const shard = { current: 2, total: 3 }
      const home = {
        configFile: '/shop/playwright.config.ts',
        rootDir: '/shop/e2e',
        projects: [{ name: 'a' }],
      }
      return read(report([good], { config: { ...home, shard, ...config } })).shard
    }
    expect(shardOf({})).toMatchObject({ path: 'pw.json', index: 2, total: 3 })
    const ofSuite = shardOf({ argv: ['--shard=2/3'], shard: { current: 1, total: 3 } })?.suite
    expect(shardOf({})?.suite).toBe(ofSuite)
    for (const other of [
      { configFile: '/admin/playwright.config.ts' },
      { rootDir: '/admin/e2e' },
      { projects: [{ name: 'b' }] },
      { filteredProjects: [{ name: 'b' }] },
    ])
      expect(shardOf(other)?.suite).not.toBe(ofSuite)
    const asked = { projects: [{ name: 'a' }, { name: 'b' }], filteredProjects: [{ name: 'a' }] }
    expect(shardOf(asked)?.suite).toBe(ofSuite)
  })

  test.each([{ current: 1, total: '3' }, { current: 0, total: 2 }, { current: 5, total: 2 }, {}, '1/3'])(
    'that is a part of nobody knows what says so: %j',
    (shard) => {
      const reading = read(report([good], { config: { shard } }))
      expect(reading.shard).toBeNull()
      expect(reading.problems).toMatchObject([
        { kind: 'malformed-result', detail: { field: 'config.shard' } },
      ])
    },
  )

  test('whose configuration cannot be read may be a part, and says so', () => {
    expect(kinds(read(report([good], { config: 'x' })))).toEqual(['malformed-result'])
    expect(kinds(read(report([good], { config: undefined })))).toEqual([])
  })

  test('names a test of which it tells nothing', () => {
    const specs = [
      { title: 'pays', ok: true, tests: [good], file: 'pay.spec.ts' },
      { title: 'refunds', ok: true, tests: [], file: 'pay.spec.ts' },
    ]
    expect(read(report([good], { suites: [{ title: 'x', specs }] })).problems).toMatchObject([
      { kind: 'malformed-result', detail: { field: 'specs[].tests', received: '"none of refunds"' } },
    ])
  })

  test('of suites nested beyond measure is read to its end', () => {
    let suite: Json = { title: 'innermost', specs: [] }
    for (let depth = 0; depth < 3000; depth++) suite = { title: 'x', suites: [suite] }
    expect(kinds(read(report([], { suites: [suite] })))).toEqual(['no-results'])
  })

  test.each([
    { suites: [null, 7, { specs: [null, { tests: [null, { results: 'x', status: 9 }] }] }] },
    { suites: [{ title: 5, suites: 'x', specs: {} }], errors: 'x', config: [], stats: [] },
  ])('of odd types is read as far as it goes: %j', (odd) => {
    expect(kinds(read(odd))).toContain('malformed-result')
  })
})

test('of its tags only texts are kept, and none where they are no list', () => {
  const tagsOf = (tags: unknown) => {
    const suites = [{ title: 's', specs: [{ title: 'pays', ok: true, tests: [passing], tags }] }]
    return read(report([passing], { suites })).results.map(({ found }) => found.tags)
  }
  const passing = makeTest('expected', [attempt('passed')])
  expect(tagsOf(['smoke', 5, null])).toEqual([['smoke']])
  expect(tagsOf('smoke')).toEqual([[]])
})

test('a test of no file, no line and no project is known by its titles', () => {
  const passing = makeTest('expected', [attempt('passed')], { projectName: undefined })
  const placed = (spec: Json, title = 's') => {
    const suites = [{ title, specs: [{ title: 'pays', ok: true, tests: [passing], ...spec }] }]
    const [result] = read(report([passing], { suites })).results
    return { feature: result?.found.feature, uri: result?.found.uri, line: result?.found.line }
  }
  expect(placed({})).toEqual({ feature: 's', uri: null, line: null })
  expect(placed({ file: 'pay.spec.ts', line: 3.5 }, '')).toEqual({
    feature: 'pay.spec.ts',
    uri: 'e2e/pay.spec.ts',
    line: null,
  })
  expect(placed({ file: 'pay.spec.ts', line: '3' }).line).toBeNull()
})

test.each([
  ['failed', 'failed'],
  ['timedOut', 'broken'],
  ['interrupted', 'broken'],
  ['skipped', 'skipped'],
  ['exploded', 'unknown'],
  ['toString', 'unknown'],
  ['constructor', 'unknown'],
  ['__proto__', 'unknown'],
])('an attempt that is %s counts as %s', (word, status) => {
  const { results } = read(report([makeTest('unexpected', [attempt(word)])]))
  expect(results[0]?.attempt.status).toBe(status)
})

test('counts that are no object are a flaw, and those that disagree are told', () => {
  const tests = [makeTest('expected', [attempt('passed')])]
  expect(JSON.stringify(read(report(tests, { stats: 5 })).problems)).toContain('5')
  expect(kinds(read(report(tests, { stats: undefined })))).toEqual(['malformed-result'])
  expect(read(report(tests, { stats: { expected: 3, unexpected: 0, flaky: 0 } })).problems).toMatchObject([
    { kind: 'counts-disagree', detail: { counted: 'expected', told: 3, found: 1 } },
    { kind: 'counts-disagree', detail: { counted: 'skipped', told: 0, found: 0 } },
  ])
})

test('a test is known by what it is called, without empty places', () => {
  const passing = makeTest('expected', [attempt('passed')], { projectName: '' })
  const idOf = (spec: Json) => {
    const suites = [{ title: '', specs: [{ ok: true, tests: [passing], ...spec }] }]
    return read(report([passing], { suites })).results[0]?.found.id
  }
  expect(idOf({ title: 'pays', file: 'pay.spec.ts' })).toBe('playwright:pay.spec.ts#pays')
  expect(idOf({ file: 'pay.spec.ts' })).toBe('playwright:pay.spec.ts#Unknown test')
})

test.each<[ok: boolean, statuses: readonly string[], isTrue: boolean]>([
  [true, ['expected'], true],
  [true, ['expected', 'flaky'], true],
  [false, ['expected', 'unexpected'], true],
  [true, ['expected', 'unexpected'], false],
  [true, ['unexpected'], false],
  [false, ['expected'], false],
])('that a spec is ok: %s, with tests that are %j', (ok, statuses, isTrue) => {
  const attemptsOf: Readonly<Record<string, readonly Json[]>> = {
    expected: [attempt('passed')],
    unexpected: [attempt('failed')],
    flaky: [attempt('failed'), attempt('passed')],
  }
  const tests = statuses.map((status) => makeTest(status, attemptsOf[status] ?? []))
  const suites = [{ title: 'pay', specs: [{ title: 'pays', ok, tests, file: 'pay.spec.ts' }] }]
  const told = { kind: 'counts-disagree', detail: { name: 'pays', counted: 'ok', told: ok } }
  expect(read(report(tests, { suites })).problems).toMatchObject(isTrue ? [] : [told])
})
