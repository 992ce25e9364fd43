// Results of any framework → cases. Which results are attempts of one test, and which of them counts, is decided as
// Allure 3 does it; wherever that rule has to guess, the guess is a problem that is counted and shown.
import { compareTexts } from '../release/by-text.ts'
import type { Attempt, EvidenceCase, EvidenceProblem } from './evidence.ts'
import { classOf, judgeAttempts, rankStatus } from './judge-case.ts'
import { makeProblem } from './make-problem.ts'
import type { ReadResult } from './read-result.ts'

/** More would make one problem as long as all others. */
const mostNames = 5

export type Folded = { readonly cases: EvidenceCase[]; readonly problems: EvidenceProblem[] }

/** Groups attempts by identity; the one with the latest start counts. Cases come in the order of their first files. */
export function foldAttempts(results: readonly ReadResult[]): Folded {
  const cases: EvidenceCase[] = []
  const problems = findDuplicateUuids(results)
  for (const [id, group] of groupById(results)) {
    if (!isList(group)) {
      cases.push(group.found)
      continue
    }
    const ordered = group.toSorted(compareAttempts)
    cases.push(foldGroup(ordered))
    problems.push(...findDoubts(id, ordered))
  }
  return { cases, problems }
}

type Group = ReadResult | ReadResult[]

/** Only tests with more than one attempt get a list: a hundred thousand of them take as much memory as the results. */
function groupById(results: readonly ReadResult[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>()
  // They come sorted from one folder, which makes this quick; sorting by identity would take longer than reading them.
  for (const result of results.toSorted((a, b) => compareTexts(a.attempt.file, b.attempt.file))) {
    const { id } = result.found
    const before = groups.get(id)
    if (before === undefined) groups.set(id, result)
    else if (isList(before)) before.push(result)
    else groups.set(id, [before, result])
  }
  return groups
}

function isList(group: Group): group is ReadResult[] {
  return Array.isArray(group)
}

/** The last one tells what the case is called and where it belongs; a report may tell of several attempts at once. */
function foldGroup(ordered: readonly ReadResult[]): EvidenceCase {
  const last = ordered.at(-1) as ReadResult // a group is made with its first member
  const attempts = ordered.flatMap(({ found }) => found.attempts)
  return { ...last.found, attempts, outcome: judgeAttempts(attempts) }
}

/** Oldest first. No start counts as newest; of two with one start the worse counts, whatever order they were read in. */
function compareAttempts({ attempt: a }: ReadResult, { attempt: b }: ReadResult): number {
  const [first, second] = [a.start ?? Infinity, b.start ?? Infinity]
  if (first !== second) return first < second ? -1 : 1
  const byStatus = rankStatus(a.status) - rankStatus(b.status)
  return byStatus === 0 ? compareTexts(a.file, b.file) : byStatus
}

function findDoubts(id: string, ordered: readonly ReadResult[]): EvidenceProblem[] {
  const attempts = ordered.map(({ attempt }) => attempt)
  const tie = attempts.find((attempt, index) => attempts[index - 1]?.start === attempt.start && index > 0)
  const shared = describeShared(ordered, attempts)
  return [
    ...(shared ? [makeProblem('shared-identity', id, shared)] : []),
    ...(tie ? [makeProblem('time-tie', id, { file: tie.file })] : []),
  ]
}

/** Why these cannot all be attempts of one test. */
function describeShared(
  ordered: readonly ReadResult[],
  attempts: readonly Attempt[],
): EvidenceProblem['detail'] | null {
  const names = listNames(ordered.map(({ found }) => found.scenario))
  if (names.length > 1) return { reason: 'different names', names: join(names) }
  const marks = new Set(ordered.flatMap(({ nameMark }) => nameMark ?? []))
  const files = listNames(attempts.map(({ file }) => file))
  if (marks.size > 1) return { reason: 'different full names', files: join(files) }
  if (ordered.every(isOfReport) && files.length > 1)
    return { reason: 'in different reports', files: join(files) }
  if (hasHiddenFailure(attempts)) return { reason: 'in different folders', files: join(files) }
  if (hasHiddenRepeat(ordered))
    return { reason: 'more than once in one report', names: join(names), files: join(files) }
  return hasOverlap(attempts) ? { reason: 'at the same time', names: join(names) } : null
}

/** A retry stands in the report of its run; the same test in another report is that of another system or another run. */
function isOfReport({ found: { source } }: ReadResult): boolean {
  return source === 'junit' || source === 'playwright'
}

/** So it is in another folder of results: a failure in one of them is made good by no pass in another. */
function hasHiddenFailure(attempts: readonly Attempt[]): boolean {
  const folders = new Set(attempts.map(({ file }) => file.slice(0, file.lastIndexOf('/') + 1)))
  return folders.size > 1 && attempts.some(({ status }) => classOf(status) === 'bad')
}

/** Playwright tells the retries of a test within it; with `--repeat-each` it stands there again, and must pass each time. */
function hasHiddenRepeat(ordered: readonly ReadResult[]): boolean {
  const isRepeated = ordered.every(({ found: { source } }) => source === 'playwright')
  return isRepeated && ordered.some(({ found: { outcome } }) => outcome !== 'passed')
}

function listNames(all: readonly string[]): string[] {
  return [...new Set(all)].toSorted()
}

function join(names: readonly string[]): string {
  return names.slice(0, mostNames).join(' | ')
}

/**
 * A retry starts when every attempt before it has ended; two that ran at once are two tests, and one would hide the
 * other. Attempts of one start are no overlap but a tie, whatever order they are in.
 */
function hasOverlap(ordered: readonly Attempt[]): boolean {
  let [start, endBefore, latestEnd] = [-Infinity, -Infinity, -Infinity]
  for (const attempt of ordered) {
    if (attempt.start === null) return false
    if (attempt.start > start) [start, endBefore] = [attempt.start, latestEnd]
    if (attempt.start < endBefore) return true
    latestEnd = Math.max(latestEnd, attempt.stop ?? -Infinity)
  }
  return false
}

/** Allure 3 keeps one result of each uuid and loses the others; here all of them count. */
function findDuplicateUuids(results: readonly ReadResult[]): EvidenceProblem[] {
  // Files that are named by their uuid cannot share one, and nearly all are: no need to remember a hundred thousand.
  if (results.every(({ attempt }) => isNamedByUuid(attempt))) return []
  const attempts = results.map(({ attempt }) => attempt).filter(({ uuid }) => uuid !== null)
  const sorted = attempts.toSorted(
    (a, b) => compareTexts(a.uuid ?? '', b.uuid ?? '') || compareTexts(a.file, b.file),
  )
  return sorted.flatMap(({ uuid, file }, at) => {
    const before = sorted[at - 1]
    return before !== undefined && before.uuid === uuid
      ? [makeProblem('duplicate-uuid', uuid ?? '', { file, first: before.file })]
      : []
  })
}

const resultEnding = '-result.json'

function isNamedByUuid({ uuid, file }: Attempt): boolean {
  if (uuid === null) return true
  return file.length === uuid.length + resultEnding.length && file.startsWith(uuid)
}
