// Reads what the gate left in a run's folder, for the report. What is absent or damaged becomes a sentence for the
// page: a report that shows less than it should must say so.
import { hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { parseJson } from '../evidence/parse-json.ts'
import { evidenceSchema, type Counts, type Evidence } from '../evidence/evidence.ts'
import { findContradiction } from '../gate/find-contradiction.ts'
import { verdictSchema, type Verdict } from '../gate/verdict.ts'
import { planSchema, type Plan } from '../plan/plan.ts'
import { forEachAtOnce } from './for-each-at-once.ts'

/** What clients read, in the run's folder. */
const noticePage = 'notice/index.html'

type Digests = ReadonlyMap<string, string>

export type ReportFiles = {
  readonly plan: Plan | null
  readonly evidence: Evidence | null
  readonly verdict: Verdict | null
  /** What is missing or cannot be read, a sentence each. */
  readonly unread: readonly string[]
  /** Names of the files in the folder itself. */
  readonly names: readonly string[]
}

/** Plan, evidence and verdict of the run in this folder. */
export async function readReportFiles(folder: string): Promise<ReportFiles> {
  const unread: string[] = []
  const digests = new Map<string, string>()
  const read = async <S extends z.ZodType>(name: string, schema: S): Promise<z.output<S> | null> => {
    const found = await readJson(folder, { name, schema })
    if (!found.ok) unread.push(`${found.problem} ${remedies[name] ?? ''}`.trim())
    else digests.set(name, found.sha256)
    return found.ok ? found.value : null
  }
  const written = await read('verdict.json', verdictSchema)
  const evidence = await read('evidence.json', evidenceSchema)
  const contradiction = written && findContradiction(written, countJudged(written, { evidence, digests }))
  if (contradiction !== null) unread.unshift(refuse(contradiction))
  const verdict = contradiction === null ? written : null
  // Results of other frameworks have no plan, and nobody misses it.
  const plan = evidence?.origin === 'results' ? null : await read('plan.json', planSchema)
  const entries = await readdir(folder, { withFileTypes: true })
  const own = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  const names = existsSync(join(folder, noticePage)) ? [...own, noticePage] : own
  return { plan, evidence, verdict, unread: [...unread, ...findChanged(verdict, digests)], names }
}

/** The counts of the evidence, as long as it is what was judged. */
function countJudged(
  { inputs }: Verdict,
  { evidence, digests }: { evidence: Evidence | null; digests: Digests },
): Counts | null {
  const judged = inputs.find(({ path }) => path === 'evidence.json')?.sha256
  return evidence !== null && digests.get('evidence.json') === judged ? evidence.counts : null
}

function refuse(contradiction: string): string {
  const remedy = 'It was changed after it was made: judge the run again with `airlock gate`.'
  return `verdict.json cannot be read: ${contradiction}. ${remedy}`
}

/** The verdict names the digest of all it rests on; what is shown here must be the same. */
function findChanged(verdict: Verdict | null, digests: Digests): string[] {
  const inputs = verdict?.inputs ?? []
  return inputs
    .filter(({ path, sha256 }) => (digests.get(path) ?? sha256) !== sha256)
    .map(({ path }) => `${path} was changed after the verdict, so what it shows here is not what was judged.`)
}

const remedies: Readonly<Record<string, string>> = {
  'verdict.json': 'Judge the run with `airlock gate`.',
}

type Wanted<S extends z.ZodType> = { readonly name: string; readonly schema: S }
type Found<T> =
  | { readonly ok: true; readonly value: T; readonly sha256: string }
  | { readonly ok: false; readonly problem: string }

async function readJson<S extends z.ZodType>(
  folder: string,
  { name, schema }: Wanted<S>,
): Promise<Found<z.output<S>>> {
  const bytes = await readIfThere(join(folder, name))
  if (bytes === null) return { ok: false, problem: `${name} is missing.` }
  const parsed = parseJson(bytes)
  if (!parsed.ok) return { ok: false, problem: `${name} cannot be read: ${parsed.reason}.` }
  const read = schema.safeParse(parsed.value)
  if (read.success) return { ok: true, value: read.data, sha256: hash('sha256', bytes) }
  const [issue] = read.error.issues
  return {
    ok: false,
    problem: `${name} cannot be read: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}.`,
  }
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  // Only a file that lies there itself: a link could lead anywhere.
  const stat = await lstat(path).catch(() => null)
  return stat?.isFile() ? readFile(path) : null
}

/** A result file and the case it belongs to. */
export type WantedResult = { readonly caseId: string; readonly file: string }

/** The given result files as values, by case id; what cannot be read is left out, the gate has counted it. */
export async function readResultFiles(
  folder: string,
  wanted: readonly WantedResult[],
): Promise<Map<string, unknown>> {
  const results = new Map<string, unknown>()
  const inside = wanted.filter(({ file }) => /^allure-results\/[^/\\]+$/.test(file))
  await forEachAtOnce(inside, async ({ caseId, file }) => {
    const bytes = await readIfThere(join(folder, file))
    const parsed = bytes === null ? null : parseJson(bytes)
    if (parsed?.ok) results.set(caseId, parsed.value)
  })
  return results
}
