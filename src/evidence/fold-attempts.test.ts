// Which results are one test, and which of them counts. Every doubt about it has to come to light.
import { describe, expect, test } from 'vitest'
import { foldAttempts } from './fold-attempts.ts'
import { parseJunit } from './other-suites/parse-junit.ts'
import { parsePlaywright } from './other-suites/parse-playwright.ts'
import { parseResult } from './parse-result.ts'
import type { ReadResult } from './read-result.ts'
import { shareValues } from './share-values.ts'

function fold(...results: Record<string, unknown>[]) {
  const read = results.map((fields, index) => {
    const whole = {
      uuid: `u${index}`,
      name: 'n',
      fullName: 'f',
      status: 'passed',
      start: index * 100,
      stop: index * 100 + 10,
    }
    return parseResult({ ...whole, ...fields }, { path: `${index}-result.json`, shared: shareValues() })
      .result
  })
  const { cases, problems } = foldAttempts(read)
  return {
    outcomes: cases.map(({ outcome }) => outcome),
    cases,
    kinds: problems.map(({ kind }) => kind),
    problems,
  }
}

test('a failure in one folder is no retry of a pass in another', () => {
  const read = (folder: string, status: string, start: number) =>
    parseResult(
      { name: 'n', fullName: 'f', status, start, stop: start + 10 },
      { path: `${folder}${start}-result.json`, shared: shareValues() },
    ).result
  const foldTwo = (other: string, first: string, second = 'passed') =>
    foldAttempts([read('chrome/', first, 100), read(other, second, 200)]).problems.map(({ kind, detail }) => [
      kind,
      detail['reason'],
    ])
  const hidden = [['shared-identity', 'in different folders']]
  expect(foldTwo('firefox/', 'failed')).toEqual(hidden)
  expect(foldTwo('firefox/', 'passed', 'unknown')).toEqual(hidden)
  expect(foldTwo('chrome/', 'failed')).toEqual([])
  expect(foldTwo('firefox/', 'passed')).toEqual([])
  expect(foldTwo('firefox/', 'skipped')).toEqual([])
})

describe('the attempt that counts', () => {
  test('is the one with the latest start, however the files are named', () => {
    expect(
      fold({ status: 'failed', start: 900, stop: 910 }, { status: 'passed', start: 100, stop: 110 }).outcomes,
    ).toEqual(['failed'])
    expect(
      fold({ status: 'passed', start: 100, stop: 110 }, { status: 'skipped', start: 900, stop: 910 })
        .outcomes,
    ).toEqual(['skipped'])
  })

  test('is the one without a start, as in Allure 3', () => {
    expect(fold({ status: 'failed', start: 900 }, { status: 'passed', start: undefined }).outcomes).toEqual([
      'flaky',
    ])
  })

  test('of two at one time is the worse, and the tie is a problem', () => {
    for (const [first, second] of [
      ['failed', 'passed'],
      ['passed', 'failed'],
    ]) {
      const folded = fold({ status: first, start: 5 }, { status: second, start: 5 })
      expect(folded.outcomes).toEqual(['failed'])
      expect(folded.kinds).toEqual(['time-tie'])
    }
  })
})

describe('the outcome', () => {
  test.each([
    [['failed', 'passed'], 'flaky'],
    [['broken', 'failed', 'passed'], 'flaky'],
    [['unknown', 'passed'], 'flaky'],
    [['passed', 'passed'], 'passed'],
    [['skipped', 'passed'], 'passed'],
    [['passed', 'failed'], 'failed'],
    [['failed', 'skipped'], 'skipped'],
    [['broken', 'unknown'], 'unknown'],
  ])('of %j is %s', (statuses, outcome) => {
    expect(fold(...statuses.map((status) => ({ status }))).outcomes).toEqual([outcome])
  })
})

describe('doubts', () => {
  test('two tests of one history id are two tests', () => {
    const folded = fold(
      { historyId: 'h', fullName: 'a', status: 'failed' },
      { historyId: 'h', fullName: 'b' },
    )
    expect(folded.outcomes.toSorted()).toEqual(['failed', 'passed'])
  })

  test('different names under one identity are a problem', () => {
    const { problems } = fold({ name: 'b', status: 'failed' }, { name: 'a' })
    expect(problems).toMatchObject([
      { kind: 'shared-identity', detail: { reason: 'different names', names: 'a | b' } },
    ])
  })

  test('different full names under one id that was given to both are a problem', () => {
    const [a, b] = [{ fullName: 'A.works', status: 'failed' }, { fullName: 'B.works' }]
    for (const id of [{ testCaseId: '7' }, { labels: [{ name: 'ALLURE_ID', value: '7' }] }])
      expect(fold({ ...a, ...id }, { ...b, ...id }).problems).toMatchObject([
        {
          kind: 'shared-identity',
          detail: { reason: 'different full names', files: '0-result.json | 1-result.json' },
        },
      ])
  })

  test('a full name that only one attempt has is none', () => {
    expect(fold({ testCaseId: '7' }, { testCaseId: '7', fullName: undefined }).kinds).toEqual([])
    expect(fold({ testCaseId: '7' }, { testCaseId: '7', fullName: '' }).kinds).toEqual([])
  })

  test('values that are no text tell tests apart', () => {
    for (const [first, second] of [
      [1, 2],
      [{ id: 1 }, { id: 2 }],
      [1, '1'],
    ]) {
      const of = (value: unknown) => ({ parameters: [{ name: 'user', value }] })
      expect(fold({ ...of(first), status: 'failed' }, of(second)).outcomes).toEqual(['failed', 'passed'])
    }
  })

  test('attempts that ran at the same time are no retries of each other', () => {
    const { problems } = fold({ start: 0, stop: 500 }, { start: 100, stop: 200 })
    expect(problems).toMatchObject([{ kind: 'shared-identity', detail: { reason: 'at the same time' } }])
  })

  test('an attempt that outlasts several later ones is seen, in whatever order those of one start are read', () => {
    const [long, short, later] = [
      { start: 0, stop: 500 },
      { start: 0, stop: 10 },
      { start: 100, stop: 110 },
    ]
    for (const order of [
      [long, short, later],
      [short, long, later],
    ])
      expect(fold(...order).kinds).toEqual(['shared-identity', 'time-tie'])
    expect(fold(long, { start: 500, stop: 510 }).kinds).toEqual([])
  })

  test('two results of one uuid both count, and that is a problem', () => {
    const folded = fold({ uuid: 'same', fullName: 'a', status: 'failed' }, { uuid: 'same', fullName: 'b' })
    expect(folded.outcomes.toSorted()).toEqual(['failed', 'passed'])
    expect(folded.kinds).toEqual(['duplicate-uuid'])
  })

  test('results without any name for their test are never folded', () => {
    expect(fold({ fullName: undefined }, { fullName: undefined }).outcomes).toEqual(['passed', 'passed'])
  })

  test('a retry in its own time is none', () => {
    expect(fold({ status: 'failed' }, {}).problems).toEqual([])
  })
})

describe('reports of other suites', () => {
  const junit = (path: string, minute: string, body = ''): ReadResult[] => {
    const suite = `<testsuite name="pay" timestamp="2026-11-23T10:${minute}:00">`
    const text = `${suite}<testcase name="refund" time="2">${body}</testcase></testsuite>`
    return [...parseJunit({ path, bytes: Buffer.from(text) }).results]
  }
  const playwright = (path: string, minute: string, statuses: readonly string[]): ReadResult[] => {
    const startTime = `2026-11-23T10:${minute}:00Z`
    const tests = [{ results: statuses.map((status) => ({ status, startTime, duration: 9 })) }]
    const report = { suites: [{ specs: [{ title: 'refund', file: 'pay.spec.ts', tests }] }] }
    return [...parsePlaywright({ path, bytes: Buffer.from(JSON.stringify(report)) }).results]
  }

  test('one test in two of them is no retry: the systems of a matrix each have it', () => {
    const linux = junit('linux.xml', '00', '<failure message="500"/>')
    const pairs = [
      [...linux, ...junit('windows.xml', '05')],
      [...playwright('a.json', '00', ['failed']), ...playwright('b.json', '05', ['passed'])],
    ]
    for (const pair of pairs)
      expect(foldAttempts(pair).problems).toMatchObject([
        { kind: 'shared-identity', detail: { reason: 'in different reports' } },
      ])
    expect(foldAttempts(pairs[0] ?? []).problems[0]?.detail['files']).toBe('linux.xml | windows.xml')
  })

  test('a test that one of Playwright’s tells of again is no retry, and has to pass each time', () => {
    const passed = playwright('a.json', '05', ['passed'])
    for (const statuses of [['failed'], ['failed', 'passed'], ['skipped']])
      expect(foldAttempts([...playwright('a.json', '00', statuses), ...passed]).problems).toMatchObject([
        { kind: 'shared-identity', detail: { reason: 'more than once in one report' } },
      ])
    expect(foldAttempts([...playwright('a.json', '00', ['passed']), ...passed]).problems).toEqual([])
  })

  test('attempts that one of them tells of are retries', () => {
    for (const one of [
      junit('unit.xml', '00', '<flakyFailure message="500"/>'),
      [...junit('unit.xml', '00', '<failure/>'), ...junit('unit.xml', '05')],
      playwright('a.json', '00', ['failed', 'passed']),
    ]) {
      const { cases, problems } = foldAttempts(one)
      expect(problems).toEqual([])
      expect(cases.map(({ outcome }) => outcome)).toEqual(['flaky'])
    }
  })
})

test('the order in which results were read changes nothing', () => {
  const results = [
    { status: 'failed', start: 1 },
    { status: 'passed', start: 1 },
    { fullName: 'g', uuid: 'u0' },
  ]
  const name = (found: { id: string; outcome: string }) => `${found.id} ${found.outcome}`
  const there = fold(...results).cases.map(name)
  const back = fold(...results.toReversed()).cases.map(name)
  expect(there.toSorted()).toEqual(back.toSorted())
})
