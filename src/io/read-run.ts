// Reads a run's folder for the gate: plan, seal, results, messages, and the digest of every file that was sealed.
// Nothing is judged here; what is absent or damaged is handed on as such.
import { hash } from 'node:crypto'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { WitnessCollector } from '../evidence/collect-witness.ts'
import type { FoundFile } from '../evidence/compare-seal.ts'
import { contractSchema } from '../evidence/contract/contract.ts'
import type { EvidenceProblem } from '../evidence/evidence.ts'
import type { ReadRun, Written } from '../evidence/make-evidence.ts'
import { parseJson } from '../evidence/parse-json.ts'
import { makeProblem } from '../evidence/make-problem.ts'
import type { Witness, WitnessAttempt } from '../evidence/witness.ts'
import { byText } from '../release/by-text.ts'
import { coverageSchema } from '../run/coverage.ts'
import { planSchema } from '../plan/plan.ts'
import { isInsideRun, sealSchema, type Seal } from '../run/seal.ts'
import { digestFile } from './digest-file.ts'
import { readLines } from './read-lines.ts'
import { readResults } from './read-results.ts'

type Found = Map<string, FoundFile>

/** What lies there and cannot be read: as no seal has it. */
const unseen: FoundFile = { bytes: 0, sha256: '' }

/** Everything the gate needs of `reports/<run-id>/`. */
export async function readRun(folder: string): Promise<ReadRun> {
  const found: Found = new Map()
  const plan = await readWritten(folder, { name: 'plan.json', schema: planSchema, found })
  const seal = await readWritten(folder, { name: 'run.json', schema: sealSchema, found })
  const coverage = await readWritten(folder, { name: 'coverage.json', schema: coverageSchema, found })
  const contract = await readWritten(folder, { name: 'openapi.json', schema: contractSchema, found })
  const results = await readResults({
    folder: join(folder, 'allure-results'),
    prefix: 'allure-results/',
    onFile: (path, { bytes, sha256 }) => found.set(path, { bytes, sha256 }),
  })
  const witness = await readWitness(folder, found)
  await digestOthers(folder, { seal, found })
  const inputs = [...found].filter(([path]) => !path.startsWith('allure-results/'))
  return {
    plan,
    seal,
    results,
    witness,
    coverage,
    contract,
    found,
    inputs: [
      ...inputs.map(([path, file]) => ({ path, ...file })),
      ...(results.input ? [results.input] : []),
    ].toSorted(byText(({ path }) => path)),
  }
}

type Wanted<S extends z.ZodType> = { readonly name: string; readonly schema: S; readonly found: Found }

async function readWritten<S extends z.ZodType>(
  folder: string,
  { name, schema, found }: Wanted<S>,
): Promise<Written<z.output<S>>> {
  if (!(await isRegularFile(join(folder, name)))) return { state: 'absent' }
  const bytes = await readFile(join(folder, name)).catch(codeOf)
  if (typeof bytes === 'string') {
    found.set(name, unseen)
    return { state: 'damaged', reason: bytes }
  }
  found.set(name, { bytes: bytes.length, sha256: hash('sha256', bytes) })
  const parsed = parseJson(bytes)
  if (!parsed.ok) return { state: 'damaged', reason: parsed.reason }
  const read = schema.safeParse(parsed.value)
  if (read.success) return { state: 'read', value: read.data }
  const [issue] = read.error.issues
  return { state: 'damaged', reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit'}` }
}

async function readWitness(folder: string, found: Found): Promise<Witness> {
  const paths = (await listFiles(folder, 'messages/')).filter((path) => path.endsWith('.ndjson')).toSorted()
  const attempts: WitnessAttempt[] = []
  const problems: EvidenceProblem[] = []
  for (const path of paths) {
    if (!(await isRegularFile(join(folder, path)))) {
      problems.push(makeProblem('unreadable-witness', path, { line: 0, reason: 'no regular file' }))
      continue
    }
    const collector = new WitnessCollector(path)
    const file = await readLines(join(folder, path), (line) => collector.accept(line)).catch(codeOf)
    found.set(path, typeof file === 'string' ? unseen : file)
    if (typeof file === 'string')
      problems.push(makeProblem('unreadable-witness', path, { line: 0, reason: file }))
    const read = collector.finish()
    attempts.push(...read.attempts)
    problems.push(...read.problems)
  }
  return { files: paths.length, attempts, problems }
}

/** Sealed files that nobody has read yet, and files that lie where nothing may be added. */
async function digestOthers(
  folder: string,
  { seal, found }: { seal: Written<Seal>; found: Found },
): Promise<void> {
  const sealed = seal.state === 'read' ? seal.value.files.map(({ path }) => path) : []
  const lying = new Set([
    ...(await listFiles(folder, 'allure-results/')),
    ...(await listFiles(folder, 'messages/')),
  ])
  const others = [...lying.union(new Set(sealed))].filter((path) => !found.has(path) && isInsideRun(path))
  for (const path of others) {
    if (await isRegularFile(join(folder, path)))
      found.set(path, await digestFile(join(folder, path)).catch(() => unseen))
    // A link is never followed, but it must not go unseen either.
    else if (lying.has(path)) found.set(path, unseen)
  }
}

function codeOf(error: unknown): string {
  // Only what a disk or its owner answers is evidence.
  if (error instanceof Error && 'code' in error) return String(error.code)
  throw error
}

async function isRegularFile(path: string): Promise<boolean> {
  const stat = await lstat(path).catch(() => null)
  return stat?.isFile() ?? false
}

/** Paths of all entries but folders; links among them, so that nothing can hide as one. */
async function listFiles(folder: string, part: string): Promise<string[]> {
  // A folder that is not there has no files; what should have been in it is missed elsewhere.
  const entries = await readdir(join(folder, part), { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => `${part}${name}`)
}
