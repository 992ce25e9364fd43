// Shards that ran apart, on machines of a pipeline, are one run to the gate: one plan, one seal over all files, and
// what each part sealed of its own files still holds.
import { posix } from 'node:path'
import { byText } from '../release/by-text.ts'
import { makeFlagProblem, type Problem } from '../release/problem.ts'
import type { Plan } from '../plan/plan.ts'
import type { CoverageFile } from './coverage.ts'
import { isInsideRun, type Seal } from './seal.ts'

type SealedFile = Seal['files'][number]

/** The run of a shard, as its folder has it. */
export type RunPart = {
  /** As it was named. */
  readonly folder: string
  readonly plan: Plan
  /** Null where the run never ended. */
  readonly seal: Seal | null
  readonly coverage: CoverageFile | null
  /** The contract as it was served. */
  readonly contract: string | null
  /** Paths of all its files. */
  readonly files: readonly string[]
}

/** What of a run is one for all its shards, and is made anew or taken from the first. */
const common: ReadonlySet<string> = new Set(['plan.json', 'coverage.json', 'openapi.json', 'run.json'])
const shared = ['allure-results/', 'messages/']

/** What keeps these from being parts of one run; all of it is a mistake of whoever named them. */
export function findMisfits(parts: readonly RunPart[]): Problem[] {
  const [first, ...others] = parts
  if (!first) return []
  return [
    ...others.flatMap((part) => findDifferences(first, part)),
    ...findTwice(parts),
    ...parts.flatMap(findStrangers),
    ...parts.flatMap((part) => findUnsealed(part, parts)),
  ]
}

function findDifferences(first: RunPart, part: RunPart): Problem[] {
  const differ = (expected: string, received: string): Problem =>
    makeFlagProblem('--run', { expected: `${expected} as ${first.folder}`, received, remedy: remedyOf(part) })
  const retries = [first, part].map(({ seal }) => seal?.retry)
  const asked = [first, part].flatMap(listAsked)
  return [
    ...(describePlan(first) === describePlan(part) ? [] : [differ('the same plan', 'another one')]),
    ...(new Set(retries.filter((retry) => retry !== undefined)).size < 2
      ? []
      : [differ(`--retry ${retries[0]}`, String(retries[1]))]),
    ...(first.contract === part.contract
      ? []
      : [differ('the same contract of the candidate', 'another one, or none')]),
    ...(new Set(asked).size < 2
      ? []
      : [differ('the same endpoints asked for the same tenants, at the start and at the end,', 'others')]),
  ]
}

/** Whom it asked which build they are, at its start and at its end; one that was interrupted had no time to ask again. */
function listAsked({ seal }: RunPart): string[] {
  if (seal === null || seal.interrupted) return []
  return [seal.candidate.start, seal.candidate.end].map((all) =>
    JSON.stringify([...new Set(all.map(({ service, tenant }) => `${service} ${tenant}`))].toSorted()),
  )
}

/** A plan of another run was not what this one ran by. */
function findStrangers({ folder, plan, seal }: RunPart): Problem[] {
  if (seal === null || seal.runId === plan.runId) return []
  const said = { expected: `the plan of run ${seal.runId} in ${folder}`, received: `that of ${plan.runId}` }
  return [makeFlagProblem('--run', { ...said, remedy: 'Take the folder as the run left it.' })]
}

function remedyOf({ folder }: RunPart): string {
  return `Run the shard of ${folder} again as the others were run, against the same candidate.`
}

/** The same plan, whatever run it is of. */
function describePlan({ plan }: RunPart): string {
  return JSON.stringify({ ...plan, runId: '' })
}

function findTwice(parts: readonly RunPart[]): Problem[] {
  const byName = Map.groupBy(parts, nameOfPart)
  return [...byName.values()].flatMap(([first, second]) =>
    first && second
      ? [
          makeFlagProblem('--run', {
            expected: 'each shard once',
            received: `${nameOfPart(first)} in ${first.folder} and in ${second.folder}`,
            remedy: 'Name the folder of each shard once.',
          }),
        ]
      : [],
  )
}

/**
 * What was never sealed could have been laid there by anybody. Where another file takes its place in what is joined, nobody
 * would see it there.
 */
function findUnsealed({ folder, seal, files }: RunPart, parts: readonly RunPart[]): Problem[] {
  if (seal === null) return []
  const sealed = new Set(seal.files.map(({ path }) => path))
  const others = parts.filter((part) => part.folder !== folder)
  const isHidden = (path: string): boolean =>
    common.has(path) || (isShared(path) && others.some((part) => part.files.includes(path)))
  const added = files.filter((path) => path !== 'run.json' && !sealed.has(path) && isHidden(path))
  const outside = [...sealed].filter((path) => !isInsideRun(path))
  return [
    ...added.map((path) => ({ expected: 'files that the run has sealed', received: `${folder}/${path}` })),
    ...outside.map((path) => ({ expected: `files in ${folder}`, received: path })),
  ].map((said) => makeFlagProblem('--run', { ...said, remedy: 'Take the folder as the run left it.' }))
}

/** `1-of-2`; where there is no seal to say so, as its messages are called. */
function nameOfPart({ folder, seal, files }: RunPart): string {
  const [shard] = seal?.shards ?? []
  if (shard) return `${shard.index}-of-${shard.total}`
  const messages = files.find((path) => path.startsWith('messages/')) ?? folder
  return posix.basename(messages, '.ndjson').replace(/^shard-/, '')
}

export type Placed = { readonly part: RunPart; readonly from: string; readonly to: string }

/**
 * Where each file goes: results and messages into the folders that all share, and what each shard has of its own below
 * `parts/`. So does a file that an earlier part has too.
 */
export function placeFiles(parts: readonly RunPart[]): Placed[] {
  const taken = new Set<string>()
  return parts.flatMap((part) =>
    listPaths(part).map((from) => {
      const isFirst = isShared(from) && !taken.has(from)
      if (isFirst) taken.add(from)
      return { part, from, to: isFirst ? from : `parts/${nameOfPart(part)}/${from}` }
    }),
  )
}

function isShared(path: string): boolean {
  return shared.some((folder) => path.startsWith(folder))
}

/** Those that were sealed and are gone too: they have to be missed. */
function listPaths({ files, seal }: RunPart): string[] {
  return [...new Set([...files, ...(seal?.files ?? []).map(({ path }) => path)])].toSorted()
}

/** What was used and violated in all parts; null where one of them does not say so. */
export function joinCoverage(parts: readonly RunPart[], runId: string): CoverageFile | null {
  const all = parts.flatMap(({ coverage }) => coverage ?? [])
  if (all.length < parts.length) return null
  return {
    schema: 'airlock.coverage/1',
    runId,
    uses: merge(
      all.flatMap(({ uses }) => uses),
      (a, b) => ({ ...a, count: a.count + b.count, tenants: unite(a.tenants, b.tenants) }),
    ),
    violations: merge(
      all.flatMap(({ violations }) => violations),
      (a, b) => ({ ...a, cases: unite(a.cases, b.cases) }),
    ),
    unreadable: all.reduce((sum, { unreadable }) => sum + unreadable, 0),
  }
}

type Named = { readonly template: string; readonly method: string; readonly status: number }

function merge<T extends Named & { readonly problem?: string }>(
  all: readonly T[],
  add: (a: T, b: T) => T,
): T[] {
  const byKey = Map.groupBy(all, (one) => `${one.template} ${one.method} ${one.status} ${one.problem ?? ''}`)
  return [...byKey]
    .toSorted(byText(([key]) => key))
    .flatMap(([, [first, ...rest]]) => (first ? [rest.reduce(add, first)] : []))
}

function unite(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].toSorted()
}

/**
 * The seal over all parts, or null where one of them has none. `made` are the files that were written for it; of the
 * others it says what each part has sealed, so that what was changed before they were joined is seen.
 */
export function joinSeals(
  placed: readonly Placed[],
  { parts, made }: { readonly parts: readonly RunPart[]; readonly made: readonly SealedFile[] },
): Seal | null {
  const seals = parts.flatMap(({ seal }) => seal ?? [])
  const [first] = seals
  if (!first || seals.length < parts.length) return null
  return {
    ...first,
    start: Math.min(...seals.map(({ start }) => start)),
    end: Math.max(...seals.map(({ end }) => end)),
    interrupted: seals.some(({ interrupted }) => interrupted),
    candidate: {
      start: seals.flatMap(({ candidate }) => candidate.start),
      end: seals.flatMap(({ candidate }) => candidate.end),
    },
    shards: seals.flatMap(({ runId, shards }) => shards.map((shard) => ({ runId, ...shard }))),
    durations: seals.flatMap(({ durations }) => durations).toSorted(byText((one) => one.case)),
    files: [...placed.flatMap(describeSealed), ...made].toSorted(byText(({ path }) => path)),
  }
}

/** All that the part says of a file: where it says two things, one of them does not fit. */
function describeSealed({ part: { seal }, from, to }: Placed): SealedFile[] {
  const said = seal?.files.filter(({ path }) => path === from) ?? []
  return said.map((file) => ({ ...file, path: to }))
}
