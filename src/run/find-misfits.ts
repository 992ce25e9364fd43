// Folders that were named as shards of one run and are none: each difference that only a wrong folder explains.
import { makeFlagProblem, type Problem } from '../release/problem.ts'
import { isShared, nameOfPart, type RunPart } from './run-part.ts'
import { isInsideRun } from './seal.ts'

/** What of a run is one for all its shards, and is made anew or taken from the first. */
const common: ReadonlySet<string> = new Set(['plan.json', 'coverage.json', 'openapi.json', 'run.json'])

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
