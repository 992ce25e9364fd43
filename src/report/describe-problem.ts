// The words for what was found on the way, whatever form they are told in. Most of it has no test to hang on, so it
// needs a line of its own.
import type { Evidence, EvidenceProblem, ProblemKind } from '../evidence/evidence.ts'
import { nameCase } from './render-text-cases.ts'

/** What a problem means, without its subject. */
const problemWords = {
  'no-results-folder': 'there is no results folder',
  'no-results': 'no results in it',
  'unreadable-result': 'the result cannot be read',
  'malformed-result': 'the file can be read only in part',
  'unreadable-container': 'the file cannot be read',
  'unreadable-plan': 'the plan cannot be read',
  'unreadable-seal': 'the seal cannot be read',
  'unreadable-witness': 'the messages cannot be read',
  'unknown-status': 'the status is none of the known ones',
  'missing-start': 'the result has no start',
  'time-tie': 'attempts start at the same time, so nobody knows which one counts',
  'shared-identity': 'several tests share one identity, so one hides the other',
  'duplicate-uuid': 'two results have this uuid',
  'surplus-result': 'a result too many',
  'duplicate-case': 'the scenario is written twice',
  'missing-result': 'the planned case has no result',
  'too-many-attempts': 'the case was tried more often than allowed',
  'failed-fixture': 'a fixture failed',
  'global-error': 'an error outside of any test',
  'missing-attachment': 'an attached file is not there',
  'witness-missing': 'the messages do not know of this result',
  'witness-disagrees': 'results and messages contradict each other',
  'witness-unfinished': 'the messages break off',
  'witness-surplus': 'the messages tell of an attempt that has no result',
  'runner-exit': 'the runner ended in a way that nothing explains',
  'not-sealed': 'the run was never sealed',
  interrupted: 'the run was interrupted',
  'file-changed': 'the file was changed after the run',
  'file-missing': 'the file was taken away after the run',
  'file-added': 'the file was added after the run',
  'shard-missing': 'a shard is missing',
  'shard-overlap': 'shards overlap',
  'foreign-run': 'the file belongs to another run',
  'identity-disagrees': 'the result names another case or tenant than planned',
  'no-reports': 'the pattern finds no report',
  'report-incomplete': 'the report is one of several parts, and they are not each there once',
  'counts-disagree': 'the report counts otherwise than it tells',
} satisfies Record<ProblemKind, string>

const toldByCases: ReadonlySet<ProblemKind> = new Set(['missing-result', 'unknown-status'])
/** Names of details that a reader would not use. */
const detailWords: Readonly<Record<string, string>> = {
  reason: '',
  message: '',
  name: '',
  place: 'in ',
  counted: '',
  allure: 'results ',
  witness: 'messages ',
  sealedBytes: 'bytes sealed ',
  bytes: 'bytes now ',
}
/** Where the case is named, its files and attempts are for the evidence to tell. */
const ofCases: ReadonlySet<string> = new Set(['file', 'attempt', 'historyId', 'name'])

/** Problems that failing cases do not show already, by their kind. */
export function groupProblems({ problems }: Evidence): EvidenceProblem[][] {
  const tellable = problems.filter(({ kind }) => !toldByCases.has(kind))
  return [...Map.groupBy(tellable, ({ kind }) => kind).values()]
}

/** What is wrong, with what, and the details that help to find it. */
export function describeProblem({ kind, subject, detail }: EvidenceProblem, names: Names): string {
  const name = names.get(subject)
  const details = Object.entries(detail)
    .filter(([key, value]) => value !== null && value !== '' && !(name !== undefined && ofCases.has(key)))
    .map(([key, value]) => `${detailWords[key] ?? `${key} `}${value}`)
  return `${problemWords[kind]}: ${name ?? subject}${details.length === 0 ? '' : ` (${details.join(', ')})`}`
}

export type Names = ReadonlyMap<string, string>

/** Cases are known by long digests and their files by others; a reader knows scenario and tenant. */
export function nameSubjects({ cases }: Evidence, problems: readonly EvidenceProblem[]): Names {
  const subjects = new Set(problems.map(({ subject }) => subject))
  const names = new Map<string, string>()
  if (subjects.size === 0) return names
  for (const found of cases) {
    const name = `${nameCase(found)}${found.tenant === null ? '' : ` for ${found.tenant}`}`
    if (subjects.has(found.id)) names.set(found.id, name)
    // A report of another suite is no file of one test.
    const isOfMany = found.source === 'junit' || found.source === 'playwright'
    const all = isOfMany ? [] : found.attempts.map(({ file }) => file)
    const files = all.filter((file) => subjects.has(file))
    files.forEach((file) => names.set(file, `${file}, ${name}`))
  }
  return names
}
