// One file of a results folder → what it says. The folder holds results, containers with fixtures, errors outside of
// any test, and checks; a gate that reads the results alone lets the failures in the others through.
import type { EvidenceProblem } from './evidence.ts'
import { isFields, type Fields, type Flaw } from './fields.ts'
import { makeProblem } from './make-problem.ts'
import { parseJson } from './parse-json.ts'
import { parseResult } from './parse-result.ts'
import { describeFlaws, parseSideFile, type SideFileKind } from './parse-side-file.ts'
import type { ReadResult } from './read-result.ts'
import type { Shared } from './share-values.ts'

export type ResultsFile = {
  /** Relative to the run's or results folder; what problems name. */
  readonly path: string
  readonly bytes: Uint8Array
  /** Whether the folder holds a regular file of this name. */
  readonly isThere: (name: string) => boolean
  readonly shared: Shared
}
export type FileReading = {
  readonly result: ReadResult | null
  readonly problems: readonly EvidenceProblem[]
}

type Kind = 'result' | SideFileKind | 'testsuite'
const kinds: readonly (readonly [suffix: string, kind: Kind])[] = [
  ['-result.json', 'result'],
  ['-container.json', 'container'],
  ['-globals.json', 'globals'],
  ['-check.json', 'check'],
  // The format before this one: not read here, so its tests must not count as absent.
  ['-testsuite.xml', 'testsuite'],
  ['-testsuite.json', 'testsuite'],
]

/** True for the files that have a say; attachments and the files that only dress a report have none. */
export function isResultsFile(name: string): boolean {
  return kindOf(name) !== undefined
}

/** True for a file whose name is nearly that of one that has a say: Allure does not read it, and it may hold a failure. */
export function isStrayFile(name: string): boolean {
  return strayName.test(name) && !isResultsFile(name)
}

/** In other letters, packed, half written, copied beside itself, or without the id that adapters begin a name with. */
const strayName =
  /(?:^|-)(result|container|globals|check|testsuite)(?: ?\(\d+\))?\.(?:json|xml)(?:\.(?:gz|tar|tgz|zip|bz2|xz|zst|br|7z|tmp|part|partial))*\s*$/i

/** Reads one file by the kind its name tells. */
export function parseResultsFile(file: ResultsFile): FileReading {
  const kind = kindOf(file.path)
  if (kind === undefined || kind === 'testsuite')
    return noReading(file.path, 'a format that is not read here')
  const parsed = parseJson(file.bytes)
  if (!parsed.ok) return noReading(file.path, parsed.reason)
  if (!isFields(parsed.value)) return noReading(file.path, 'no JSON object')
  const flaws: Flaw[] = parsed.flaw === null ? [] : [{ path: 'text', received: parsed.flaw }]
  if (kind === 'result') return readResult(file, parsed.value, flaws)
  const problems = [...describeFlaws(file.path, flaws), ...parseSideFile(kind, file.path, parsed.value)]
  return { result: null, problems }
}

/** What is said of a file that could not be read. */
export function noReading(path: string, reason: string): FileReading {
  const word = kindOf(path) ?? strayName.exec(path)?.[1]?.toLowerCase()
  const kind = word === 'result' || word === 'testsuite' ? 'unreadable-result' : 'unreadable-container'
  return { result: null, problems: [makeProblem(kind, path, { reason })] }
}

function kindOf(name: string): Kind | undefined {
  return kinds.find(([suffix]) => name.endsWith(suffix))?.[1]
}

const none: readonly EvidenceProblem[] = []

function readResult(
  { path, isThere, shared }: ResultsFile,
  fields: Fields,
  flaws: readonly Flaw[],
): FileReading {
  const parsed = parseResult(fields, { path, shared })
  const problems = [
    ...describeFlaws(path, [...flaws, ...parsed.flaws]),
    ...parsed.attachments
      .filter((name) => !isThere(name))
      .map((name) => makeProblem('missing-attachment', path, { attachment: name.slice(0, 200) })),
    ...(parsed.oddStatus === null ? [] : [makeProblem('unknown-status', path, { status: parsed.oddStatus })]),
    ...(parsed.result.attempt.start === null ? [makeProblem('missing-start', path)] : []),
  ]
  return { result: parsed.result, problems: problems.length === 0 ? none : problems }
}
