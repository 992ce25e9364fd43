import { describe, expect, test } from 'vitest'
import type { ReportReading } from './read-report.ts'
import { parseJunit } from './parse-junit.ts'

const encode = (text: string): Uint8Array => Buffer.from(text)
const read = (text: string | Uint8Array): ReportReading =>
  parseJunit({ path: 'junit.xml', bytes: typeof text === 'string' ? encode(text) : text })
const suite = (body: string, attributes = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><testsuites><testsuite name="pay" timestamp="2026-11-23T08:00:00" ${attributes}>${body}</testsuite></testsuites>`
const kinds = ({ problems }: ReportReading): string[] => problems.map(({ kind }) => kind)
const reasons = ({ problems }: ReportReading): unknown[] => problems.map(({ detail }) => detail['reason'])
const statuses = ({ results }: ReportReading): string[] =>
  results.map(({ found }) => found.attempts.map(({ status }) => status).join())

/** An hour of the day on which the reports were written. */
const hourOf = (hour: number): number =>
  Temporal.PlainDateTime.from({ year: 2026, month: 11, day: 23, hour }).toZonedDateTime('UTC')
    .epochMilliseconds

describe('a test case', () => {
  test.each([
    ['<testcase name="a"/>', 'passed', 'passed'],
    ['<testcase name="a" status="run" result="completed"/>', 'passed', 'passed'],
    ['<testcase name="a" status="Passed"/>', 'passed', 'passed'],
    ['<testcase name="a" status="SUCCESS"/>', 'passed', 'passed'],
    ['<testcase name="a" status="ok" result=""/>', 'passed', 'passed'],
    ['<testcase name="a" status="undefined"/>', 'unknown', 'unknown'],
    ['<testcase name="a" status="timeout"/>', 'unknown', 'unknown'],
    ['<testcase name="a" status="run" result="Inconclusive"/>', 'unknown', 'unknown'],
    ['<testcase name="a" status="toString" result="constructor"/>', 'unknown', 'unknown'],
    ['<testcase name="a" status="undefined"><failure/></testcase>', 'failed', 'failed'],
    ['<testcase name="a" status="untested"><skipped/></testcase>', 'skipped', 'skipped'],
    ['<testcase name="a"><ignored/></testcase>', 'skipped', 'skipped'],
    ['<testcase name="a"><toString/><valueOf/></testcase>', 'passed', 'passed'],
    ['<testcase name="a"><failure message="no"/></testcase>', 'failed', 'failed'],
    ['<testcase name="a"><error>at x</error></testcase>', 'broken', 'broken'],
    ['<testcase name="a"><skipped message="later"/></testcase>', 'skipped', 'skipped'],
    ['<testcase name="a"><skipped/><error/><failure/></testcase>', 'failed', 'failed'],
    ['<testcase name="a" status="notrun"/>', 'skipped', 'skipped'],
    ['<testcase name="a" result="suppressed" status="run"/>', 'skipped', 'skipped'],
    ['<testcase name="a" status=" Failed "/>', 'failed', 'failed'],
    ['<testcase name="a" status="run"/>', 'passed', 'passed'],
    ['<testcase name="a"><flakyFailure/><flakyError/></testcase>', 'failed,broken,passed', 'flaky'],
    ['<testcase name="a"><failure/><rerunFailure/></testcase>', 'failed,failed', 'failed'],
    ['<testcase name="a"><error/><rerunError/></testcase>', 'broken,broken', 'broken'],
    ['<testcase name="a"><rerunFailure/></testcase>', 'passed,failed', 'failed'],
  ])('%s is %s', (body, attempts, outcome) => {
    const reading = read(suite(body))
    expect(statuses(reading)).toEqual([attempts])
    expect(reading.results[0]?.found.outcome).toBe(outcome)
    expect(reading.problems).toEqual([])
  })

  test.each([
    ['<property name="skip" value="Staging has no clock"/>', '<skipped>\n</skipped>', 'Staging has no clock'],
    ['<property name="fixme">not yet</property>', '<skipped/>', 'not yet'],
    ['<property name="issue" value="x"/><property name="skip" value=""/>', '<skipped/>', ''],
    ['<property name="skip" value="x"/>', '<skipped message="its own"/>', 'its own'],
    ['<property name="skip" value="x"/>', '<failure/>', ''],
  ])('tells by a property why it was skipped, as Playwright does: %s %s', (property, end, message) => {
    const body = `<testcase name="a"><properties>${property}</properties>${end}</testcase>`
    expect(read(suite(body)).results[0]?.attempt.message).toBe(message)
  })

  test('tells the word that nobody knows', () => {
    const { results } = read(suite('<testcase name="a" status="passed" result="Inconclusive"/>'))
    expect(results[0]?.attempt.message).toBe('Inconclusive')
  })

  test('is known by suite and name, and tells when it ran, where it stands and why it failed', () => {
    const body = '<testcase classname="Pay" name="a &lt;b&gt; &#x41;" time="1,001.5" file="a.py" line="7">'
    const { results } = read(suite(`${body}<failure type="E"><![CDATA[x & y &amp;]]></failure></testcase>`))
    expect(results[0]?.found).toMatchObject({
      id: 'junit:pay › Pay#a <b> A',
      scenario: 'a <b> A',
      feature: 'Pay',
      uri: 'a.py',
      line: 7,
      planned: false,
      tenant: null,
      source: 'junit',
    })
    const start = hourOf(8)
    expect(results[0]?.attempt).toMatchObject({ start, stop: start + 1_001_500, message: 'x & y &amp;' })
  })

  test.each([
    ['2026-11-23T08:00:00Z', 8],
    ['2026-11-23T08:00:00+02:00', 6],
    ['2026-11-23 08:00:00', 8],
    ['2026-11-23T08:00:00.000', 8],
    ['Mon, 23 Nov 2026 08:00:00 GMT', 8],
  ])('of %s started at %i o’clock', (timestamp, hour) => {
    const { results } = read(`<testsuite timestamp="${timestamp}"><testcase name="a"/></testsuite>`)
    expect(results[0]?.attempt.start).toBe(hourOf(hour))
  })

  test('of suites within suites is known by all of them', () => {
    const inner = '<testsuite name="card"><testcase name="a"/></testsuite>'
    const { results } = read(suite(`${inner}<testcase name="a"/>`))
    expect(results.map(({ found }) => found.id)).toEqual(['junit:pay › card#a', 'junit:pay#a'])
  })
})

describe('the numbers', () => {
  test.each([
    'tests="2" failures="1" errors="0" skipped="0"',
    'tests="2" failures="2"',
    'tests="" disabled="0" skipped="0"',
    'tests="2"',
  ])('%s fit', (attributes) => {
    const body = '<testcase name="a"/><testcase name="b"><failure/><failure/></testcase>'
    expect(kinds(read(suite(body, attributes)))).toEqual([])
  })

  test.each([
    ['tests="3"', { counted: 'tests', told: 3, found: 1 }],
    ['tests="1" failures="1"', { counted: 'failures', told: 1, found: 0 }],
    ['tests="1" errors="2"', { counted: 'errors', told: 2, found: 0 }],
    ['tests="1" skipped="1"', { counted: 'skipped', told: 1, found: 0 }],
    ['tests="0"', { counted: 'tests', told: 0, found: 1 }],
  ])('%s of one passed test are a contradiction', (attributes, detail) => {
    const { problems } = read(suite('<testcase name="a"/>', attributes))
    expect(problems).toEqual([
      { kind: 'counts-disagree', subject: 'junit.xml', detail: { name: 'pay', ...detail } },
    ])
  })

  test('of a suite may be those of its own tests, or of all within', () => {
    const inner = '<testsuite name="card" tests="1"><testcase name="a"/></testsuite>'
    const outer = (tests: number) => suite(`${inner}<testcase name="b"/>`, `tests="${tests}"`)
    expect([1, 2, 3].map((tests) => kinds(read(outer(tests))))).toEqual([[], [], ['counts-disagree']])
  })
})

describe('a report that is not whole', () => {
  const whole = suite('<testcase name="a"/><testcase name="b"/>')

  test.each([
    ['an empty file', '', 'empty file'],
    ['one that breaks off', whole.slice(0, -30), '(line 1, column '],
    ['one that breaks off in a tag', whole.slice(0, 160), ''],
    ['no XML', '{"a": 1}', ''],
    ['another XML', '<html/>', 'no JUnit report: the root is <html>'],
    ['two roots', '<testsuite/><testsuite/>', '2 root elements'],
    [
      'a document type',
      `<!DOCTYPE x [<!ENTITY a "b">]>${whole.slice(38)}`,
      'a document type, which is refused',
    ],
    [
      'one behind a comment',
      `<?xml version="1.0"?><!-- a --><!DOCTYPE x SYSTEM "file:///etc/passwd"><testsuite/>`,
      'a document type, which is refused',
    ],
    [
      'one behind an instruction that has a > in it',
      `<?style a>b?><!DOCTYPE x [<!ENTITY f "<failure/>">]><testsuite><testcase name="a">&f;</testcase></testsuite>`,
      'a document type, which is refused',
    ],
    ['suites beyond measure', `${'<testsuite>'.repeat(5000)}${'</testsuite>'.repeat(5000)}`, 'nest'],
    ['an unknown encoding', '<?xml version="1.0" encoding="klingon"?><testsuite/>', 'klingon'],
  ])('is not read: %s', (_, text, reason) => {
    const reading = read(text)
    expect(kinds(reading)).toEqual(['unreadable-result'])
    expect(String(reasons(reading)[0])).toContain(reason)
    expect(reading.results).toEqual([])
  })

  test('never brings an entity to life', () => {
    const lol = '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    expect(kinds(read(`${lol}<testsuite name="&b;"/>`))).toEqual(['unreadable-result'])
    expect(read(suite('<testcase name="&b;"/>')).results[0]?.found.scenario).toBe('&b;')
  })

  test('may still quote a page with a document type', () => {
    const body = '<testcase name="a"><failure><![CDATA[<!DOCTYPE html><html>]]></failure></testcase>'
    expect(read(suite(body)).results[0]?.attempt.message).toBe('<!DOCTYPE html><html>')
  })

  test('says so when it tells of no test', () => {
    expect(kinds(read('<testsuites/>'))).toEqual(['no-results'])
  })

  test('says so when it gives no time', () => {
    expect(kinds(read('<testsuite><testcase name="a"/></testsuite>'))).toEqual(['missing-start'])
  })

  test.each([
    ['0.25', 250],
    ['2', 2000],
    ['7.', 7000],
    ['1e1', 10_000],
    ['2.5E-10', 0],
    ['0,500', 500],
    ['1,5e1', 15_000],
    ['1.001,5', 1_001_500],
    ['1,001.5', 1_001_500],
    ['1,001,002', 1_001_002_000],
  ])('takes %s seconds for %i ms', (time, expectedMs) => {
    const { results, problems } = read(suite(`<testcase name="a" time="${time}"/>`))
    const { start, stop } = results[0]?.attempt ?? {}
    expect(Number(stop) - Number(start)).toBe(expectedMs)
    expect(problems).toEqual([])
  })

  test.each(['1.5 s', 'about 2', '1e100', '-1'])('takes %s for no number of seconds', (time) => {
    const { problems } = read(suite(`<testcase name="a" time="${time}"/>`))
    expect(problems).toMatchObject([{ kind: 'malformed-result', detail: { field: 'time' } }])
  })

  test.each(['tests="many"', 'time="soon"'])('says so when a number is none: %s', (attribute) => {
    const body = attribute.startsWith('time') ? `<testcase name="a" ${attribute}/>` : '<testcase name="a"/>'
    expect(kinds(read(suite(body, attribute)))).toEqual(['malformed-result'])
  })

  test('tells of what failed outside of its tests', () => {
    const { problems } = read(suite('<error message="no database"/><testcase name="a"/>'))
    expect(problems).toMatchObject([
      { kind: 'global-error', detail: { name: 'pay', message: 'no database' } },
    ])
    const failed = read(suite('<failure message="no key"/><testcase name="a"/>'))
    expect(failed.problems).toMatchObject([{ detail: { name: 'pay', message: 'no key' } }])
  })

  test('tells of it where no suite has a name, and of long words their beginning', () => {
    const named = (name: string, message: string) =>
      read(`<testsuite name="${name}"><error message="${message}"/><testcase name="a"/></testsuite>`)
    expect(named('', 'no database').problems[0]).toMatchObject({ detail: { name: '' } })
    const long = named('n'.repeat(201), 'm'.repeat(301)).problems[0]
    expect(long).toMatchObject({ detail: { name: 'n'.repeat(200), message: 'm'.repeat(300) } })
  })
})

describe('an element that may tell of a test', () => {
  const inner = '<testsuite name="card"><testcase name="b"><failure/></testcase></testsuite>'

  test.each([
    [
      'a suite within another element',
      `<testcase name="a"/><group>${inner}</group>`,
      '<testsuite> in <group>',
    ],
    [
      'a test within a test',
      '<testcase name="a"><testcase name="b"/></testcase>',
      '<testcase> in <testcase>',
    ],
    ['another spelling', '<testcase name="a"><Failure message="x"/></testcase>', '<Failure> in <testcase>'],
    ['another word', '<testcase name="a"><failed/></testcase>', '<failed> in <testcase>'],
    ['a prefix', '<testcase name="a"><j:failure/></testcase>', '<j:failure> in <testcase>'],
    ['another spelling of a test', '<testcase name="a"/><TestCase name="b"/>', '<TestCase> in <testsuite>'],
    ['a test by another name', '<testcase name="a"/><test-case name="b"/>', '<test-case> in <testsuite>'],
    [
      'a suite in the words of a test',
      `<testcase name="a"><system-out>${inner}</system-out></testcase>`,
      '<testsuite> in <system-out>',
    ],
    ['a rerun beside tests', '<testcase name="a"/><rerunFailure/>', '<rerunFailure> in <testsuite>'],
    ['reports within a report', '<testcase name="a"/><testsuites/>', '<testsuites> in <testsuite>'],
  ])('is a flaw where it is not read: %s', (_, body, field) => {
    const { problems } = read(suite(body))
    expect(problems).toMatchObject([{ kind: 'malformed-result', detail: { field, flaws: 1 } }])
  })

  test('is looked for neither in what failed nor in what tells of no test', () => {
    const harmless = [
      '<properties><property name="error" value="x"/></properties><system-out/><system-err/><attachments/>',
      '<testcase name="a"><properties/><system-out>failure</system-out><error-page/></testcase>',
      '<testcase name="b"><failure><p><error/></p></failure></testcase>',
      '<testcase name="c"><flakyFailure><stackTrace/><system-err/></flakyFailure></testcase>',
    ]
    expect(read(suite(harmless.join(''))).problems).toEqual([])
  })
})

describe('other encodings', () => {
  const text = suite('<testcase name="Zahlung über 5 €"/>').replace('encoding="UTF-8"', '')
  const name = (bytes: Uint8Array) => read(bytes).results[0]?.found.scenario
  const swap = (bytes: Buffer) => Buffer.from(bytes).swap16()

  test.each([
    ['a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, big end first', swap(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 without a mark, big end first', swap(Buffer.from(text, 'utf16le'))],
  ])('%s is read', (_, bytes) => {
    expect(name(bytes)).toBe('Zahlung über 5 €')
  })

  test('ISO 8859 is read as it says', () => {
    const latin =
      '<?xml version="1.0" encoding="ISO-8859-1"?><testsuite><testcase name="f\u00fcnf"/></testsuite>'
    expect(name(Buffer.from(latin, 'latin1'))).toBe('fünf')
  })

  test('bytes that are no UTF-8 are a flaw', () => {
    const bytes = Buffer.concat([Buffer.from(suite('<testcase name="a'.concat('"/>'))), Buffer.from([0x20])])
    bytes[bytes.indexOf('name="a"') + 6] = 0xff
    const { problems } = read(bytes)
    expect(problems).toMatchObject([
      { kind: 'malformed-result', detail: { field: 'text', received: 'bytes that are no UTF-8' } },
    ])
  })
})

test('a time that is none is a flaw, and the test has no start', () => {
  const { results, problems } = read(
    suite('<testcase name="a" timestamp="last Monday"/>').replace('2026-11-23T08:00:00', ''),
  )
  expect(results[0]?.attempt).toMatchObject({ start: null, stop: null })
  expect(problems).toMatchObject([
    { kind: 'malformed-result', detail: { field: 'timestamp', received: '"last Monday"' } },
    { kind: 'missing-start' },
  ])
})

test.each([
  ['&#65;', 'A'],
  ['&constructor;&toString;', '&constructor;&toString;'],
  ['&#x41;&#X41;', 'AA'],
  ['&#x10ffff;', '\u{10ffff}'],
  ['&#1114111;', '\u{10ffff}'],
  ['&#1114112;', '&#1114112;'],
  ['&#x110000;', '&#x110000;'],
  ['&#0;', '&#0;'],
  ['&#x0;', '&#x0;'],
  ['&lt;&#9;', '<\t'],
])(
  'the character %s of a name is read as it is meant, and one that is none stays as written',
  (written, read_) => {
    const { results } = read(suite(`<testcase name="a${written}b"/>`))
    expect(results[0]?.found.scenario).toBe(`a${read_}b`)
  },
)

test('a root that is none is told, by its beginning', () => {
  expect(reasons(read(`<${'r'.repeat(60)}/>`))).toEqual([`no JUnit report: the root is <${'r'.repeat(40)}>`])
})

test('only suites name a test, and the nearest file is where it stands', () => {
  const body = '<testsuite name="" file="own.ts"><testcase name="a"/></testsuite><testcase name="b"/>'
  const { results } = read(
    `<testsuites name="Monday"><testsuite name="pay" file="pay.ts">${body}</testsuite></testsuites>`,
  )
  expect(results.map(({ found }) => [found.feature, found.uri])).toEqual([
    ['pay', 'own.ts'],
    ['pay', 'pay.ts'],
  ])
})

describe('what a test case says', () => {
  const only = (xml: string) => {
    const { results, problems } = read(suite(xml))
    return { found: results[0]?.found, attempt: results[0]?.attempt, kinds: problems.map(({ kind }) => kind) }
  }

  test.each(['<testcase/>', '<testcase name=""/>'])('without a name counts, and says so: %s', (xml) => {
    const { found, kinds } = only(xml)
    expect(found).toMatchObject({ scenario: 'Unknown test', outcome: 'passed', tags: [] })
    expect(kinds).toEqual(['malformed-result'])
  })

  test('has a line where one is written, and none of what is no number', () => {
    const lineOf = (line: string) => only(`<testcase name="a" line="${line}"/>`).found?.line
    expect(['7', '1234567', 'x7', '7x', '12345678', ''].map(lineOf)).toEqual([
      7,
      1234567,
      null,
      null,
      null,
      null,
    ])
  })

  test('tells the first of the worst that is told of it', () => {
    const worst = only('<testcase name="a"><failure message="first"/><failure message="second"/></testcase>')
    expect(worst.attempt).toMatchObject({ status: 'failed', message: 'first' })
    const mixed = only('<testcase name="a"><skipped message="s"/><error message="e"/></testcase>')
    expect(mixed.attempt).toMatchObject({ status: 'broken', message: 'e' })
  })

  test('was skipped for the first reason that is one, among its properties alone', () => {
    const property = (value: string) => `<property name="skip" value="${value}"/>`
    const skipped = (inner: string) =>
      only(`<testcase name="a"><skipped/>${inner}</testcase>`).attempt?.message
    expect(skipped(`<properties>${property(' ')}${property('later')}</properties>`)).toBe('later')
    expect(skipped(`<properties>${property(' ')}</properties>`)).toBe('')
    expect(skipped(`<system-out>${property('printed')}</system-out>`)).toBe('')
  })
})
