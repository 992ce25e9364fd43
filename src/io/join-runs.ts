// Puts the folders of shards that ran apart together into the folder of one run, which is then judged and reported like
// any other. The seal is written last: what breaks off before has none.
import {
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { z } from 'zod'
import { parseJson } from '../evidence/parse-json.ts'
import { planSchema } from '../plan/plan.ts'
import { ConfigurationError, makeFlagProblem, type Problem } from '../release/problem.ts'
import { coverageSchema } from '../run/coverage.ts'
import { findMisfits } from '../run/find-misfits.ts'
import { joinCoverage, joinSeals, placeFiles, type Placed } from '../run/join-shards.ts'
import type { RunPart } from '../run/run-part.ts'
import { openRunFolder } from '../run/run-folder.ts'
import { sealSchema } from '../run/seal.ts'
import { requirePlace } from './require-place.ts'

type Join = { readonly folders: readonly string[]; readonly out: string; readonly cwd: string }

/** Throws a ConfigurationError with everything for which the folders are no shards of one run; then nothing is written. */
export function joinRuns({ folders, out, cwd }: Join): void {
  const place = resolve(cwd, out)
  requirePlace(cwd, place)
  const read = folders.map((folder) => readPart(folder, cwd))
  const parts = read.flatMap(({ part }) => part ?? [])
  const problems = [
    ...read.flatMap((one) => one.problems),
    ...findMisfits(parts),
    ...(isFree(place) ? [] : [makeTaken(out)]),
  ]
  if (problems.length > 0) throw new ConfigurationError(problems)
  write(place, { parts: sortParts(parts), cwd })
}

type ReadPart = { readonly part: RunPart | null; readonly problems: readonly Problem[] }

function readPart(folder: string, cwd: string): ReadPart {
  const root = resolve(cwd, folder)
  const { files, odd } = listFiles(root)
  const plan = readFile(join(root, 'plan.json'), planSchema)
  const problems = [
    ...odd.map((path) =>
      makeWrong(folder, { expected: 'regular files', received: `${path}, which is none` }),
    ),
    ...(plan === null
      ? [makeWrong(folder, { expected: 'the run of a shard', received: 'no plan.json that can be read' })]
      : []),
  ]
  if (plan === null) return { part: null, problems }
  const contract = join(root, 'openapi.json')
  return {
    part: {
      folder,
      plan,
      files,
      seal: readFile(join(root, 'run.json'), sealSchema),
      coverage: readFile(join(root, 'coverage.json'), coverageSchema),
      contract: isFile(contract) ? readFileSync(contract, 'utf8') : null,
    },
    problems,
  }
}

/** What is absent or damaged is null: the verdict on what is joined says what is missing. */
function readFile<S extends z.ZodType>(path: string, schema: S): z.output<S> | null {
  if (!isFile(path)) return null
  const parsed = parseJson(readFileSync(path))
  return parsed.ok ? (schema.safeParse(parsed.value).data ?? null) : null
}

function listFiles(root: string): { files: string[]; odd: string[] } {
  const isFolder = existsSync(root) && statSync(root).isDirectory()
  const entries = isFolder ? readdirSync(root, { recursive: true, withFileTypes: true }) : []
  const nameOf = (entry: (typeof entries)[number]): string =>
    relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')
  const others = entries.filter((entry) => !entry.isDirectory())
  return {
    files: others.filter((entry) => entry.isFile()).map(nameOf),
    odd: others.filter((entry) => !entry.isFile()).map(nameOf),
  }
}

/** A seal may name whatever is no file, and a folder may stand where one belongs. */
function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}

function makeWrong(folder: string, said: Pick<Problem, 'expected' | 'received'>): Problem {
  return makeFlagProblem(folder, { ...said, remedy: 'Name the folders that `airlock run --shard` has left.' })
}

function isFree(place: string): boolean {
  const found = lstatSync(place, { throwIfNoEntry: false })
  return found === undefined || readdirSync(place).length === 0
}

function makeTaken(received: string): Problem {
  const remedy = 'Name another one; a run that was joined already is judged by `airlock gate --run` alone.'
  return makeFlagProblem('--out', { expected: 'a folder in which nothing is yet', received, remedy })
}

/** One run has one order, however its folders were named. */
function sortParts(parts: readonly RunPart[]): RunPart[] {
  const indexOf = ({ seal }: RunPart): number => seal?.shards[0]?.index ?? Infinity
  return parts.toSorted((a, b) => (indexOf(a) < indexOf(b) ? -1 : 1))
}

type Writing = { readonly parts: readonly RunPart[]; readonly cwd: string }

function write(place: string, { parts, cwd }: Writing): void {
  const [first] = parts
  if (!first) return
  const folder = openRunFolder(place)
  const placed = placeFiles(parts)
  for (const one of placed) copy(one, { place, cwd })
  const { runId } = first.plan
  const coverage = joinCoverage(parts, runId)
  folder.write('plan.json', render(first.plan))
  if (coverage) folder.write('coverage.json', render(coverage))
  if (first.contract !== null) folder.write('openapi.json', first.contract)
  folder.settle()
  const seal = joinSeals(placed, { parts, made: folder.files() })
  if (seal) folder.writeSeal(seal)
}

function render(value: object): string {
  return `${JSON.stringify(value, null, 1)}\n`
}

/** What was sealed and is gone is not copied, and missed in the joined run as it would be in its own. */
function copy({ part: { folder }, from, to }: Placed, { place, cwd }: { place: string; cwd: string }): void {
  const source = resolve(cwd, folder, from)
  if (!isFile(source)) return
  mkdirSync(dirname(join(place, to)), { recursive: true })
  copyFileSync(source, join(place, to), constants.COPYFILE_FICLONE)
}
