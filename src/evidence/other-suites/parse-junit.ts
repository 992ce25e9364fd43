// JUnit XML → results. There is no standard, only writers: suites nest or do not, and reruns are told in Surefire's
// words. What a report says in numbers is held against what it tells test by test.
import { compareJunitCounts, addTallies, noTally, type Tally } from './compare-junit-counts.ts'
import type { EvidenceProblem } from '../evidence.ts'
import { makeFlaws, type Flaws } from '../fields.ts'
import { findStray } from './find-stray.ts'
import { makeProblem } from '../make-problem.ts'
import { describeFlaws } from '../parse-side-file.ts'
import { parseXml, type XmlElement } from './parse-xml.ts'
import { describeCause, readJunitCase, tallyCase, type JunitSuite } from './read-junit-case.ts'
import { readTimestamp } from './read-junit-time.ts'
import type { ReadResult } from '../read-result.ts'
import type { ReportFile, ReportReading } from './read-report.ts'

type Walk = {
  readonly path: string
  readonly flaws: Flaws
  readonly results: ReadResult[]
  readonly problems: EvidenceProblem[]
}

/** Reads one report; whatever is wrong with it is a problem. */
export function parseJunit({ path, bytes }: ReportFile): ReportReading {
  const parsed = parseXml(bytes)
  if (!parsed.ok) return unreadable(path, parsed.reason)
  const { root, flaw } = parsed
  if (root.name !== 'testsuites' && root.name !== 'testsuite')
    return unreadable(path, `no JUnit report: the root is <${root.name.slice(0, 40)}>`)
  const flaws = makeFlaws()
  if (flaw !== null) flaws.found.push({ path: 'text', received: flaw })
  const walk: Walk = { path, flaws, results: [], problems: [] }
  readSuite(root, { names: [], startMs: null, file: null }, walk)
  const hasNoTime = walk.results.some(({ attempt }) => attempt.start === null)
  return {
    results: walk.results,
    problems: [
      ...walk.problems,
      ...describeFlaws(path, flaws.found),
      ...(walk.results.length === 0 ? [makeProblem('no-results', path)] : []),
      ...(hasNoTime ? [makeProblem('missing-start', path)] : []),
    ],
    shard: null,
  }
}

function unreadable(path: string, reason: string): ReportReading {
  return { results: [], problems: [makeProblem('unreadable-result', path, { reason })], shard: null }
}

/** What of a suite is read. */
const parts: ReadonlySet<string> = new Set(['testsuite', 'testcase', 'error', 'failure'])

/** Gives back what it found, in the suite itself and in those within. */
function readSuite(element: XmlElement, outer: JunitSuite, walk: Walk): Tally {
  const suite = enterSuite(element, outer, walk.flaws)
  let [own, within] = [noTally, noTally]
  findStray(element, parts, walk.flaws)
  for (const child of element.children) {
    if (child.name === 'testsuite') within = addTallies(within, readSuite(child, suite, walk))
    if (child.name === 'testcase') own = addTallies(own, readCase(child, suite, walk))
    if (child.name === 'error' || child.name === 'failure')
      walk.problems.push(describeOutside(child, suite, walk))
  }
  const all = addTallies(own, within)
  walk.problems.push(
    ...compareJunitCounts(element, {
      path: walk.path,
      name: suite.names.at(-1) ?? '',
      own,
      all,
      flaws: walk.flaws,
    }),
  )
  return all
}

function enterSuite({ name: tag, attributes }: XmlElement, outer: JunitSuite, flaws: Flaws): JunitSuite {
  const { name, timestamp, file } = attributes
  // The root names a run rather than a suite, and often by its time.
  const isNamed = tag === 'testsuite' && name !== undefined && name !== ''
  return {
    names: isNamed ? [...outer.names, name] : outer.names,
    startMs: readTimestamp(timestamp, flaws) ?? outer.startMs,
    file: file ?? outer.file,
  }
}

function readCase(element: XmlElement, suite: JunitSuite, { path, flaws, results }: Walk): Tally {
  results.push(readJunitCase(element, { path, suite, flaws }))
  return tallyCase(element)
}

/** A set-up that failed hangs on no test. */
function describeOutside(element: XmlElement, { names }: JunitSuite, { path }: Walk): EvidenceProblem {
  const message = describeCause(element).slice(0, 300)
  return makeProblem('global-error', path, { name: names.at(-1)?.slice(0, 200) ?? '', message })
}
