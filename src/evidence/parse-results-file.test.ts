// One file of a results folder, in every shape in which adapters, full disks and hands have left it.
import { describe, expect, test } from 'vitest'
import { isResultsFile, isStrayFile, noReading, parseResultsFile } from './parse-results-file.ts'
import { shareValues } from './share-values.ts'

function read(path: string, content: unknown, names: readonly string[] = []) {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  const isThere = (name: string): boolean => names.includes(name)
  return parseResultsFile({ path, bytes: Buffer.from(text), isThere, shared: shareValues() })
}
const readResult = (content: unknown, names: readonly string[] = []) => read('a-result.json', content, names)
const kindsOf = ({ problems }: ReturnType<typeof read>): string[] => problems.map(({ kind }) => kind)
const whole = { uuid: 'u', name: 'n', fullName: 'f', status: 'passed', start: 1, stop: 2 }

describe('which files have a say', () => {
  test('results, containers, globals, checks, and the older format that must not go unseen', () => {
    const names = ['a-result.json', 'a-container.json', 'a-globals.json', 'a-check.json', 'a-testsuite.xml']
    expect(names.filter(isResultsFile)).toEqual(names)
    expect(
      ['executor.json', 'a-attachment.json', 'X-RESULT.JSON', 'a-result.json.tmp'].filter(isResultsFile),
    ).toEqual([])
  })

  test('one by a name that nearly is that of a result may have one, and is said not to be read', () => {
    const others = ['X-RESULT.JSON', 'a-Result.json', 'y-result.json.gz', 'z-testsuite.xml.zip']
    const without = ['result.json', 'globals.json', 'Check.json', 'container.json', 'testsuite.xml']
    const copies = [
      'a-result.json.tmp',
      'a-result.json.part',
      'a-result (1).json',
      'a-check(2).json',
      'a-result.json ',
    ]
    const names = [...others, 'y-container.json.tar.GZ', ...without, ...copies]
    expect(names.filter(isStrayFile)).toEqual(names)
    expect(
      [
        'a-attachment.json.gz',
        'results.json',
        'a-attachment.json.tmp',
        'myresult.json',
        'executor.json',
      ].filter(isStrayFile),
    ).toEqual([])
    const kindOf = (name: string) => noReading(name, 'x').problems[0]?.kind
    expect(['X-RESULT.JSON', 'globals.json', 'a-container.json.gz'].map(kindOf)).toEqual([
      'unreadable-result',
      'unreadable-container',
      'unreadable-container',
    ])
  })
})

describe('a pass that an adapter wrote for something else', () => {
  const attemptOf = (content: object) => {
    const { status, message, flags } = readResult({ ...whole, ...content }).result?.attempt ?? {}
    return { status, message, flags }
  }
  const framework = (value: string) => [{ name: 'framework', value }]
  const message = "The step doesn't have an implementation."
  const undone = { name: 'Given it', stage: 'finished', statusDetails: { message } }

  test('is broken where a step has no status, as allure-cucumberjs writes what is not defined', () => {
    expect(attemptOf({ steps: [{ name: 'Given a till', status: 'passed' }, undone] })).toEqual({
      status: 'broken',
      message: `Given it: ${message}`,
      flags: [],
    })
    expect(readResult({ ...whole, steps: [undone] }).problems).toEqual([])
  })

  test('is failed where it says of itself that it fails, as allure-playwright writes test.fail()', () => {
    const told = { labels: framework('playwright'), statusDetails: { message: 'Expected: 2', muted: true } }
    expect(attemptOf(told)).toEqual({ status: 'failed', message: 'Expected: 2', flags: ['muted', 'known'] })
  })

  test.each([
    [
      'attachments stand in steps',
      [{ name: 'a picture', stage: 'finished', statusDetails: {}, attachments: [{}] }],
      'playwright',
    ],
    ['a failure was caught', [{ name: 'expect', status: 'failed' }], 'playwright'],
    ['a step tells of its pass', [{ name: 's', status: 'passed', statusDetails: { message: 'm' } }], 'robot'],
    ['a step has not ended', [{ ...undone, stage: undefined }], 'robot'],
    ['a step is none', [null, 'x', { stage: 'finished', statusDetails: { message: ' ' } }], 'robot'],
  ])('is none where %s', (_, steps, name) => {
    expect(attemptOf({ steps, labels: framework(name) })).toMatchObject({ status: 'passed', message: '' })
  })

  test('is none where other frameworks tell of a pass', () => {
    const told = { labels: framework('robotframework'), statusDetails: { message: '12 rows' } }
    expect(attemptOf(told)).toMatchObject({ status: 'passed', message: '' })
  })
})

describe('a result', () => {
  test('that is whole is read without a word', () => {
    const { result, problems } = readResult({
      ...whole,
      statusDetails: { message: 'never shown for a pass' },
      labels: [
        { name: 'feature', value: 'F' },
        { name: 'severity', value: 'CRITICAL' },
        { name: 'tag', value: 'smoke' },
        { name: 'tenant', value: 'maple' },
      ],
      parameters: [
        { name: 'a', value: '1' },
        { name: 'password', value: 'secret', mode: 'masked' },
      ],
    })
    expect(problems).toEqual([])
    expect(result?.attempt).toMatchObject({
      file: 'a-result.json',
      status: 'passed',
      message: '',
      start: 1,
      stop: 2,
    })
    expect(result?.found).toMatchObject({
      feature: 'F',
      severity: 'critical',
      tags: ['smoke'],
      tenant: 'maple',
    })
    expect(result?.found.example).toEqual([
      { name: 'a', value: '1' },
      { name: 'password', value: '******' },
    ])
    expect(result?.own).toBeNull()
  })

  test.each([
    ['FAILED', 'failed'],
    [' Passed ', 'passed'],
  ])('with the status %j is %s', (written, status) => {
    const reading = readResult({ ...whole, status: written })
    expect(reading.result?.attempt.status).toBe(status)
    expect(reading.problems).toEqual([])
  })

  test.each(['error', 'pending', '', null, 1, true])(
    'with the status %j is unknown, and that is a problem',
    (status) => {
      const reading = readResult({ ...whole, status })
      expect(reading.result?.attempt.status).toBe('unknown')
      expect(kindsOf(reading)).toEqual(['unknown-status'])
    },
  )

  test.each(['muted', 'known', 'flaky'])('that calls itself %s has failed all the same', (flag) => {
    const reading = readResult({ ...whole, status: 'failed', statusDetails: { [flag]: true, message: 'm' } })
    expect(reading.result?.attempt).toMatchObject({ status: 'failed', message: 'm' })
  })

  test.each(['[{"name":"a"}]', 'null', '"passed"', '7', '{"status":"pas', ''])(
    'of %j alone is unreadable',
    (text) => {
      const reading = readResult(text)
      expect(reading.result).toBeNull()
      expect(kindsOf(reading)).toEqual(['unreadable-result'])
    },
  )

  test.each([
    ['labels', null],
    ['labels', {}],
    ['labels', [null]],
    ['labels', [{ name: 'feature', value: ['a'] }]],
    ['parameters', null],
    ['parameters', { a: 1 }],
    ['steps', null],
    ['steps', ['Given']],
    ['attachments', null],
    ['statusDetails', 'text'],
    ['statusDetails', { message: ['a'] }],
    ['name', 7],
    ['fullName', { a: 1 }],
    ['testCaseId', 12],
    ['start', 'yesterday'],
    ['stop', true],
    ['uuid', []],
  ])('whose %s is %j is read as far as it goes, and that is a problem', (field, value) => {
    const reading = readResult({ ...whole, [field]: value })
    expect(reading.result?.attempt.status).toBe('passed')
    expect(kindsOf(reading)).toContain('malformed-result')
  })

  test('without a start, or with an empty object, is still a test that must be counted', () => {
    expect(kindsOf(readResult({ ...whole, start: undefined }))).toEqual(['missing-start'])
    const empty = readResult({})
    expect(empty.result?.found).toMatchObject({ scenario: 'Unknown test', id: 'file:a-result.json' })
    expect(kindsOf(empty)).toEqual(['unknown-status', 'missing-start'])
  })

  test('nested a hundred thousand steps deep neither stops the gate nor passes unseen', () => {
    const steps = `${'{"steps":['.repeat(100_000)}${']}'.repeat(100_000)}`
    const reading = readResult(JSON.stringify(whole).replace('{', `{"steps":[${steps}],`))
    expect(reading.result?.attempt.status).toBe('passed')
    expect(kindsOf(reading)).toEqual(['malformed-result'])
  })

  test('whose attachment is not there, or lies elsewhere, says so and opens nothing', () => {
    const attachments = [{ source: 'there.txt' }, { source: 'gone.txt' }, { source: '../../etc/passwd' }]
    const reading = readResult({ ...whole, steps: [{ steps: [{ attachments }] }] }, ['there.txt'])
    expect(reading.problems.map(({ detail }) => detail['attachment'])).toEqual([
      'gone.txt',
      '../../etc/passwd',
    ])
  })

  test('keeps the first lines of a long cause only, and takes the trace where there is no message', () => {
    const long = readResult({ ...whole, status: 'failed', statusDetails: { message: 'x'.repeat(100_000) } })
    expect(long.result?.attempt.message.length).toBeLessThan(1000)
    const traced = readResult({
      ...whole,
      status: 'broken',
      statusDetails: { message: ' ', trace: 'Error: at a' },
    })
    expect(traced.result?.attempt.message).toBe('Error: at a')
  })

  test('keeps what it says about itself, which changes nothing', () => {
    const statusDetails = { known: true, muted: 'true', flaky: true, message: 'no' }
    const { result } = readResult({ ...whole, status: 'failed', statusDetails })
    expect(result?.attempt).toMatchObject({ status: 'failed', flags: ['known', 'flaky'] })
    expect(result?.found.outcome).toBe('failed')
  })

  test('of a run of Airlock carries whose attempt it is', () => {
    const labels = Object.entries({ case: 'c', run: 'r', attempt: '1', lost: 'true' }).map(
      ([name, value]) => ({ name, value }),
    )
    const { result } = readResult({ ...whole, historyId: 'c', labels })
    expect(result?.own).toEqual({ caseId: 'c', historyId: 'c', runId: 'r', attempt: 1, lost: true })
  })
})

describe('files beside the results', () => {
  test.each(['failed', 'BROKEN'])(
    'a fixture that is %s is a problem, with or without tests below it',
    (status) => {
      const fixture = { name: 'set up', status, statusDetails: { message: 'no database' } }
      const reading = read('a-container.json', {
        befores: [fixture],
        afters: [{ status: 'passed' }, fixture],
      })
      expect(reading.problems.map(({ detail }) => detail['place'])).toEqual(['befores', 'afters'])
      expect(reading.problems[0]).toMatchObject({
        kind: 'failed-fixture',
        detail: { name: 'set up', message: 'no database', tests: 0 },
      })
    },
  )

  test('a fixture that passed, was skipped or has no status, as TestNG leaves it, is none', () => {
    const befores = [{ status: ' Passed' }, { status: 'skipped' }, {}, { status: null }]
    expect(read('a-container.json', { befores }).problems).toEqual([])
  })

  test.each([
    ['error', 'error'],
    ['FAIL', 'FAIL'],
    ['', ''],
    ['unknown', 'unknown'],
    [1, '1'],
    [{}, '{}'],
  ])('a fixture with the status %j did not pass as far as anybody knows', (written, status) => {
    expect(read('a-container.json', { afters: [{ name: 'x', status: written }] }).problems).toMatchObject([
      { kind: 'failed-fixture', detail: { name: 'x', status } },
    ])
  })

  test('errors of the whole run and checks that did not pass are problems', () => {
    const globals = read('a-globals.json', { errors: [{ message: 'set-up failed' }, {}] })
    expect(globals.problems).toHaveLength(2)
    expect(globals.problems[0]).toMatchObject({ kind: 'global-error', detail: { message: 'set-up failed' } })
    expect(read('a-check.json', { name: 'Lint', status: 'passed' }).problems).toEqual([])
    expect(kindsOf(read('a-check.json', { name: 'Lint', status: 'error' }))).toEqual(['global-error'])
    expect(kindsOf(read('a-check.json', {}))).toEqual(['global-error'])
  })

  test.each(['a-container.json', 'a-globals.json', 'a-check.json'])('a damaged %s is unreadable', (path) => {
    expect(kindsOf(read(path, '{"befores":[{'))).toEqual(['unreadable-container'])
    expect(kindsOf(read(path, '[]'))).toEqual(['unreadable-container'])
  })

  test('a list of another type is a problem', () => {
    expect(kindsOf(read('a-container.json', { befores: 'x' }))).toEqual(['malformed-result'])
    expect(kindsOf(read('a-globals.json', { errors: null }))).toEqual(['malformed-result'])
  })

  test('the format before this one is not read, and that is said', () => {
    expect(kindsOf(read('a-testsuite.xml', '<x/>'))).toEqual(['unreadable-result'])
  })
})

test('a fixture is named as far as its name is a text, and not without end', () => {
  const nameIn = (name: unknown) =>
    read('a-container.json', { children: [], befores: [{ name, status: 'failed' }] }).problems[0]?.detail[
      'name'
    ]
  expect(nameIn(5)).toBe('')
  expect(nameIn('x'.repeat(500))).toBe('x'.repeat(200))
})

test('an attachment that is not there is named, and not without end', () => {
  const attachments = [{ name: 'a', source: `${'x'.repeat(500)}.txt`, type: 'text/plain' }]
  expect(readResult({ ...whole, attachments }).problems).toMatchObject([
    { kind: 'missing-attachment', detail: { attachment: 'x'.repeat(200) } },
  ])
})

test('a status that nobody knows is told as it was written', () => {
  expect(readResult({ ...whole, status: 'exploded' }).problems).toMatchObject([
    { kind: 'unknown-status', detail: { status: 'exploded' } },
  ])
})
