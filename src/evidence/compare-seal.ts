// The seal against what lies in the run's folder now, against the plan, and against itself.
import type { Plan } from '../plan/plan.ts'
import type { Seal, Shard } from '../run/seal.ts'
import { compareShards } from './compare-shards.ts'
import type { EvidenceProblem } from './evidence.ts'
import { makeProblem } from './make-problem.ts'

export type FoundFile = { readonly bytes: number; readonly sha256: string }

export type Sealed = {
  readonly seal: Seal
  readonly plan: Plan | null
  /** Files that lie in the run's folder, by path. */
  readonly found: ReadonlyMap<string, FoundFile>
}

// Later stages write beside these folders; into them nobody writes after the run.
const closedFolders = ['allure-results/', 'messages/']
/** Of what the run says of itself nothing comes later either: a contract that was never served is no evidence. */
const closedFiles: ReadonlySet<string> = new Set(['plan.json', 'coverage.json', 'openapi.json'])

/** Everything in which the folder, the plan or the shards differ from what was sealed. */
export function compareSeal(sealed: Sealed): EvidenceProblem[] {
  const { seal, plan } = sealed
  return [
    ...(seal.interrupted ? [makeProblem('interrupted', seal.runId)] : []),
    ...(plan && plan.runId !== seal.runId
      ? [makeProblem('foreign-run', 'run.json', { run: seal.runId })]
      : []),
    ...compareFiles(sealed),
    ...compareShards(seal.shards),
    ...(plan ? compareCases(seal.shards, plan) : []),
    // An interruption explains how everything ended.
    ...(seal.interrupted ? [] : seal.shards.flatMap(findUnexplainedExits)),
  ]
}

function compareFiles({ seal, found }: Sealed): EvidenceProblem[] {
  const sealed = new Set(seal.files.map(({ path }) => path))
  const added = [...found.keys()].filter((path) => !sealed.has(path) && isClosed(path))
  return [
    ...seal.files.flatMap((file) => compareFile(file, found)),
    ...added.map((path) => makeProblem('file-added', path)),
  ]
}

function isClosed(path: string): boolean {
  return closedFiles.has(path) || closedFolders.some((folder) => path.startsWith(folder))
}

function compareFile(
  { path, bytes, sha256 }: Seal['files'][number],
  found: Sealed['found'],
): EvidenceProblem[] {
  const file = found.get(path)
  if (!file) return [makeProblem('file-missing', path)]
  if (file.sha256 === sha256 && file.bytes === bytes) return []
  return [makeProblem('file-changed', path, { sealedBytes: bytes, bytes: file.bytes })]
}

function compareCases(shards: readonly Shard[], plan: Plan): EvidenceProblem[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const id of shards.flatMap(({ cases }) => cases)) {
    if (seen.has(id)) twice.add(id)
    seen.add(id)
  }
  const planned = new Set(plan.cases.map(({ id }) => id))
  const left = planned.difference(seen).size
  const extra = seen.difference(planned).size
  return [
    ...[...twice].map((id) => makeProblem('shard-overlap', id, { reason: 'a case in two shards' })),
    ...(left > 0 ? [makeProblem('shard-missing', 'plan', { reason: 'cases in no shard', cases: left })] : []),
    ...(extra > 0
      ? [makeProblem('shard-overlap', 'plan', { reason: 'cases that are not planned', cases: extra })]
      : []),
  ]
}

/**
 * A worker that went away by itself is explained by the case it was lost with. One that went away between two cases
 * may have died of an assertion that nobody awaited, in a case that had passed by then.
 */
function findUnexplainedExits(shard: Shard): EvidenceProblem[] {
  const name = `${shard.index}/${shard.total}`
  const lost = shard.workers.filter(isGoneByItself)
  const unexplained = lost.filter(({ id }) => !shard.losses.some(({ worker }) => worker === id))
  const isBad = (shard.exitCode !== 0 || shard.signal !== null) && lost.length === 0
  return [
    ...unexplained.map(({ id, exitCode, signal }) =>
      makeProblem('runner-exit', `${name} ${id}`, { exitCode, signal }),
    ),
    ...(isBad ? [makeProblem('runner-exit', name, { exitCode: shard.exitCode, signal: shard.signal })] : []),
  ]
}

/** One that has stopped as it was told leaves with 0; any other had died already, or did before it heard of it. */
function isGoneByItself({ ended, exitCode, signal }: Shard['workers'][number]): boolean {
  return ended === 'lost' || (ended === 'at-end' && (exitCode !== 0 || signal !== null))
}
