// The JSON of Playwright's reporter → results. What each attempt did is read from the attempts; the report's own words
// on them are held against that, and decide nothing.
import type { EvidenceProblem } from '../evidence.ts'
import { isFields, makeFlaws, readList, readText, type Fields, type Flaws } from '../fields.ts'
import { makeProblem } from '../make-problem.ts'
import { parseJson } from '../parse-json.ts'
import { describeFlaws } from '../parse-side-file.ts'
import { makePrefix, readPlaywrightTest } from './read-playwright-test.ts'
import { readShard } from './read-shard.ts'
import type { ReportFile, ReportReading } from './read-report.ts'
import type { ReadResult } from '../read-result.ts'

const words = ['expected', 'unexpected', 'flaky', 'skipped'] as const
type Word = (typeof words)[number]

type Walk = {
  readonly path: string
  readonly flaws: Flaws
  readonly prefix: string
  readonly results: ReadResult[]
  readonly problems: EvidenceProblem[]
  readonly told: Map<string, number>
}

/** Reads one report; whatever is wrong with it is a problem. */
export function parsePlaywright({ path, bytes }: ReportFile): ReportReading {
  const parsed = parseJson(bytes)
  if (!parsed.ok) return unreadable(path, parsed.reason)
  const report = parsed.value
  if (!isFields(report) || !Array.isArray(report['suites']))
    return unreadable(path, "no report of Playwright's")
  const flaws = makeFlaws()
  if (parsed.flaw !== null) flaws.found.push({ path: 'text', received: parsed.flaw })
  const config = readConfig(report, flaws)
  const shard = readShard(config, path, flaws)
  const walk: Walk = { path, flaws, prefix: makePrefix(config), results: [], problems: [], told: new Map() }
  readSuites(report, walk)
  const problems = [
    ...walk.problems,
    ...readErrors(report, walk),
    ...compareStats(report, walk),
    ...describeFlaws(path, flaws.found),
    ...(walk.results.length === 0 ? [makeProblem('no-results', path)] : []),
  ]
  return { results: walk.results, problems, shard }
}

function unreadable(path: string, reason: string): ReportReading {
  return { results: [], problems: [makeProblem('unreadable-result', path, { reason })], shard: null }
}

function readConfig({ config }: Fields, flaws: Flaws): Fields {
  if (isFields(config)) return config
  if (config !== undefined) flaws.add('config', config)
  return {}
}

/** Without recursion, so that no depth can exhaust the stack. */
function readSuites(report: Fields, walk: Walk): void {
  const open = readList(report, 'suites', walk.flaws).map((suite) => ({ suite, titles: [] as string[] }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { suite, titles } = next
    const title = readText(suite, 'title', walk.flaws) ?? ''
    // A file's suite is called by its path, which each test tells anyway.
    const path = title === suite['file'] ? titles : [...titles, title]
    for (const spec of readList(suite, 'specs', walk.flaws)) readSpec(spec, path, walk)
    for (const inner of readList(suite, 'suites', walk.flaws)) open.push({ suite: inner, titles: path })
  }
}

function readSpec(spec: Fields, titles: readonly string[], walk: Walk): void {
  const tests = readList(spec, 'tests', walk.flaws)
  const { path, flaws, prefix } = walk
  if (tests.length === 0) flaws.add('specs[].tests', `none of ${String(spec['title'])}`)
  for (const test of tests) {
    const read = readPlaywrightTest(test, { spec, titles, path, prefix, flaws })
    const word = readText(test, 'status', flaws) ?? ''
    walk.told.set(word, (walk.told.get(word) ?? 0) + 1)
    walk.results.push(read.result)
    walk.problems.push(...read.problems)
  }
  const isBad = tests.some(({ status }) => status === 'unexpected')
  if (typeof spec['ok'] === 'boolean' && spec['ok'] === isBad)
    walk.problems.push(
      makeProblem('counts-disagree', path, { name: String(spec['title']), counted: 'ok', told: spec['ok'] }),
    )
}

/** Errors outside of any test: a file that did not load, a global set-up that failed. */
function readErrors(report: Fields, { path, flaws }: Walk): EvidenceProblem[] {
  return readList(report, 'errors', flaws).map((error) => {
    const message = readText(error, 'message', flaws) ?? readText(error, 'value', flaws) ?? ''
    return makeProblem('global-error', path, { name: '', message: message.slice(0, 300) })
  })
}

function compareStats(report: Fields, { path, flaws, told }: Walk): EvidenceProblem[] {
  const stats = report['stats']
  if (!isFields(stats)) {
    flaws.add('stats', stats ?? null)
    return []
  }
  return words.flatMap((word: Word) => {
    const found = told.get(word) ?? 0
    if (stats[word] === found) return []
    return [makeProblem('counts-disagree', path, { counted: word, told: Number(stats[word] ?? 0), found })]
  })
}
