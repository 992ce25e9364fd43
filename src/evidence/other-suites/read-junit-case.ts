// One `testcase` of a JUnit report → a case with its attempts. Surefire tells of earlier attempts beside the last one:
// flaky ones came before a pass, rerun ones after a failure.
import type { Tally } from './compare-junit-counts.ts'
import type { Attempt, Flag, Status } from '../evidence.ts'
import type { Flaws } from '../fields.ts'
import { findStray } from './find-stray.ts'
import { judgeAttempts, rankStatus } from '../judge-case.ts'
import { makeReportCase } from './make-report-case.ts'
import { parseJunitWord } from './parse-junit-word.ts'
import type { XmlElement } from './parse-xml.ts'
import { readDuration, readTimestamp } from './read-junit-time.ts'
import type { ReadResult } from '../read-result.ts'
import { shortenMessage } from '../shorten-message.ts'

/** Where a test case stands. */
export type JunitSuite = {
  readonly names: readonly string[]
  readonly startMs: number | null
  readonly file: string | null
}
type Known = ReadonlyMap<string, Status>
type Origin = { readonly path: string; readonly suite: JunitSuite; readonly flaws: Flaws }

const ends: Known = new Map([
  ['failure', 'failed'],
  ['error', 'broken'],
  ['skipped', 'skipped'],
  ['ignored', 'skipped'],
])
const before: Known = new Map([
  ['flakyFailure', 'failed'],
  ['flakyError', 'broken'],
])
const after: Known = new Map([
  ['rerunFailure', 'failed'],
  ['rerunError', 'broken'],
])
const outcomes: ReadonlySet<string> = new Set([...ends, ...before, ...after].map(([name]) => name))

/** The case and all its attempts. */
export function readJunitCase(element: XmlElement, { path, suite, flaws }: Origin): ReadResult {
  const { name = '' } = element.attributes
  const startMs = readTimestamp(element.attributes['timestamp'], flaws) ?? suite.startMs
  const time = { startMs, durationMs: readDuration(element.attributes['time'], flaws) }
  if (name === '') flaws.add('testcase.name', element.attributes['name'] ?? null)
  findStray(element, outcomes, flaws)
  const attempts = countExpected(readAttempts(element), element).map((told) => makeAttempt(told, path, time))
  const outcome = judgeAttempts(attempts)
  return makeReportCase({ ...readPlace(element, suite), source: 'junit', tags: [], attempts, outcome })
}

function readPlace({ attributes }: XmlElement, { names, file }: JunitSuite) {
  const { name = '', classname = '', line = '' } = attributes
  const place = classname === '' || classname === names.at(-1) ? names : [...names, classname]
  const uri = attributes['file'] ?? file ?? ''
  return {
    id: `junit:${place.join(' › ')}#${name}`,
    feature: place.at(-1) ?? '',
    scenario: name === '' ? 'Unknown test' : name,
    uri: uri === '' ? null : uri,
    line: /^\d{1,7}$/.test(line) ? Number(line) : null,
  }
}

type Told = { readonly status: Status; readonly message: string; readonly flags?: readonly Flag[] }

function readAttempts(element: XmlElement): Told[] {
  const select = (known: Known): Told[] =>
    element.children.flatMap((child) => {
      const status = known.get(child.name)
      return status === undefined ? [] : [{ status, message: describeCause(child) }]
    })
  const last = worstOf([...tellWords(element), ...select(ends)])
  return [...select(before), withReason(last, element), ...select(after)]
}

/** Playwright leaves `skipped` empty and tells the reason by a property that is called as what skipped the test. */
function withReason(told: Told, element: XmlElement): Told {
  if (told.status !== 'skipped' || told.message !== '') return told
  const reasons = findProperties(element, ['skip', 'fixme'])
  return { ...told, message: shortenMessage(reasons.find((text) => text.trim() !== '') ?? '') }
}

/** By a property alone it tells of a test that fails as it said: what a test says of itself pardons nothing. */
function countExpected(told: readonly Told[], element: XmlElement): readonly Told[] {
  const [reason] = findProperties(element, ['fail'])
  if (reason === undefined || told.at(-1)?.status !== 'passed') return told
  const message = shortenMessage(
    ['It failed, as it says of itself that it does', reason].filter(Boolean).join(': '),
  )
  return [...told.slice(0, -1), { status: 'failed', message, flags: ['known'] }]
}

/** What stands in the properties of these names. */
function findProperties({ children }: XmlElement, names: readonly string[]): string[] {
  const all = children.filter(({ name }) => name === 'properties').flatMap((child) => child.children)
  const found = all.filter(({ attributes: { name = '' } }) => names.includes(name))
  return found.map(({ attributes, text }) => attributes['value'] ?? text)
}

function worstOf(told: readonly Told[]): Told {
  const passed: Told = { status: 'passed', message: '' }
  // The first of the worst: a later one of the same kind is mostly what the first one led to.
  return told.reduce(
    (worst, one) => (rankStatus(one.status) > rankStatus(worst.status) ? one : worst),
    passed,
  )
}

/** Only what is known to be said of a pass passes. */
function tellWords({ attributes }: XmlElement): Told[] {
  const written = ['status', 'result']
    .map((key) => attributes[key]?.trim() ?? '')
    .filter((text) => text !== '')
  return written.map((text) => {
    const status = parseJunitWord(text)
    return { status, message: status === 'unknown' ? shortenMessage(text) : '' }
  })
}

/** The message, else the text, else the type of what was thrown. */
export function describeCause({ attributes, text }: XmlElement): string {
  const message = [attributes['message'], text, attributes['type']].find((one) => (one ?? '').trim() !== '')
  return shortenMessage(message ?? '')
}

type Time = { readonly startMs: number | null; readonly durationMs: number }

/** A report has one time for all attempts of a test. */
function makeAttempt(told: Told, file: string, { startMs, durationMs }: Time): Attempt {
  const { status, message, flags = [] } = told
  return {
    file,
    uuid: null,
    status,
    start: startMs,
    stop: startMs === null ? null : startMs + durationMs,
    message: status === 'passed' ? '' : message,
    pending: false,
    flags: [...flags],
    witness: null,
  }
}

/** What the case adds to its suite's numbers. */
export function tallyCase(element: XmlElement): Tally {
  const elements = (name: string): number => element.children.filter((child) => child.name === name).length
  const own = readAttempts(element).at(-1)
  const of = (name: string, status: Status) => ({
    cases: own?.status === status ? 1 : 0,
    elements: Math.max(elements(name), own?.status === status ? 1 : 0),
  })
  return {
    tests: { cases: 1, elements: 1 },
    failures: of('failure', 'failed'),
    errors: of('error', 'broken'),
    skipped: of('skipped', 'skipped'),
  }
}
