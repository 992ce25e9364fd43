// One test of Playwright's, in one project, with all its attempts. A test that says of itself that it fails is shown
// as such and pardoned by nobody: known failures belong in the quarantine, where they have an owner and an end.
import type { Attempt, EvidenceProblem, Status } from '../evidence.ts'
import { isFields, readList, readText, readTime, type Fields, type Flaws } from '../fields.ts'
import { judgeAttempts } from '../judge-case.ts'
import { makeProblem } from '../make-problem.ts'
import { makeReportCase } from './make-report-case.ts'
import type { ReadResult } from '../read-result.ts'
import { shortenMessage } from '../shorten-message.ts'

type Origin = {
  readonly spec: Fields
  readonly titles: readonly string[]
  readonly path: string
  /** Stands before each file, which the report names from the folder of the tests. */
  readonly prefix: string
  readonly flaws: Flaws
}

/** A map, since a report may hold any word, and objects have words of their own. */
const statuses: ReadonlyMap<string, Status> = new Map([
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['timedOut', 'broken'],
  ['interrupted', 'broken'],
  ['skipped', 'skipped'],
])

/** The test, and where it contradicts itself. */
export function readPlaywrightTest(
  test: Fields,
  origin: Origin,
): { result: ReadResult; problems: EvidenceProblem[] } {
  const { spec, titles, path, prefix, flaws } = origin
  const file = readText(spec, 'file', flaws) ?? ''
  const title = readText(spec, 'title', flaws) ?? 'Unknown test'
  const project = readText(test, 'projectName', flaws) ?? ''
  const attempts = readAttempts(test, origin)
  const place = [project, file, ...titles].filter((part) => part !== '')
  const result = makeReportCase({
    id: `playwright:${place.join(' › ')}#${title}`,
    source: 'playwright',
    feature: [...titles, ...(project === '' ? [] : [`[${project}]`])].join(' › ') || file,
    scenario: title,
    uri: file === '' ? null : `${prefix}${file}`,
    line: typeof spec['line'] === 'number' && Number.isInteger(spec['line']) ? spec['line'] : null,
    tags: readTags(spec),
    attempts,
    outcome: judgeAttempts(attempts),
  })
  const told = readText(test, 'status', flaws)
  return { result, problems: isContradiction(told, test, attempts) ? [disagree(path, title, told)] : [] }
}

function readTags({ tags }: Fields): string[] {
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : []
}

function readAttempts(test: Fields, { path, flaws }: Origin): Attempt[] {
  const isFailExpected = test['expectedStatus'] === 'failed'
  const reason = readReason(test, flaws)
  const results = readList(test, 'results', flaws)
  // Limits on failures or time leave tests without an attempt: they are no better than skipped for no reason.
  const told = results.length === 0 ? [{ status: 'skipped' }] : results
  return told.map((result) => readAttempt(result, { path, flaws, reason, isFailExpected }))
}

type Context = Pick<Origin, 'path' | 'flaws'> & { readonly reason: string; readonly isFailExpected: boolean }

function readAttempt(result: Fields, { path, flaws, reason, isFailExpected }: Context): Attempt {
  const word = readText(result, 'status', flaws) ?? ''
  const read = statuses.get(word) ?? 'unknown'
  const isUnexpectedPass = isFailExpected && read === 'passed'
  const status = isUnexpectedPass ? 'failed' : read
  const start = readStart(result, flaws)
  const message = isUnexpectedPass ? 'It passed, and was expected to fail.' : readMessage(result, flaws)
  return {
    file: path,
    uuid: null,
    status,
    start,
    stop: start === null ? null : start + (readTime(result, 'duration', flaws) ?? 0),
    message: shortenMessage(status === 'passed' ? '' : status === 'skipped' ? reason : message || word),
    pending: false,
    flags: isFailExpected ? ['known'] : [],
    witness: null,
  }
}

/** Why it was left out, from the annotation that skips it; a victim of another failure has none. */
function readReason(test: Fields, flaws: Flaws): string {
  const skips = readList(test, 'annotations', flaws).filter(({ type }) => type === 'skip' || type === 'fixme')
  const texts = skips.map(({ description }) => (typeof description === 'string' ? description : ''))
  return texts.find((text) => text !== '') ?? ''
}

function readMessage(result: Fields, flaws: Flaws): string {
  const [first] = readList(result, 'errors', flaws)
  const error = isFields(result['error']) ? result['error'] : (first ?? {})
  return readText(error, 'message', flaws) ?? readText(error, 'value', flaws) ?? ''
}

function readStart(result: Fields, flaws: Flaws): number | null {
  const text = readText(result, 'startTime', flaws)
  if (text === null) return null
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    flaws.add('startTime', text)
    return null
  }
}

/** The report calls a test as expected, or flaky, whose attempts say otherwise. */
function isContradiction(told: string | null, test: Fields, attempts: readonly Attempt[]): boolean {
  if (test['expectedStatus'] === 'failed') return false
  const outcome = judgeAttempts(attempts)
  if (told === 'expected') return outcome !== 'passed'
  if (told === 'flaky') return outcome !== 'flaky'
  if (told === 'skipped') return outcome !== 'skipped'
  return told === 'unexpected' ? outcome === 'passed' || outcome === 'skipped' : true
}

function disagree(path: string, name: string, told: string | null): EvidenceProblem {
  return makeProblem('counts-disagree', path, { name: name.slice(0, 200), counted: 'status', told })
}

/** Files are told from the folder of the tests, people look for them from that of the configuration. */
export function makePrefix({ rootDir, configFile }: Fields): string {
  if (typeof rootDir !== 'string' || typeof configFile !== 'string') return ''
  const [root, config] = [rootDir, configFile].map((path) => path.replaceAll('\\', '/')) as [string, string]
  const home = config.slice(0, config.lastIndexOf('/') + 1)
  return home !== '' && root.startsWith(home) ? `${root.slice(home.length)}/` : ''
}
