// Flags that choose cases by what happened: `--failed` by the last run, `--changed` by what differs from a commit.
import { join } from 'node:path'
import type { Environment } from '../src/io/environment.ts'
import { listCodeFolders } from '../src/io/find-unlisted-code.ts'
import { listFiles } from '../src/io/list-files.ts'
import { nameFeature } from '../src/io/name-feature.ts'
import { readChanges } from '../src/io/read-changes.ts'
import { findAround, readImports } from '../src/io/read-imports.ts'
import { readPast } from '../src/io/read-past.ts'
import type { Definitions } from '../src/plan/phrases/definitions.ts'
import { makePhraseBook } from '../src/plan/phrases/phrase-book.ts'
import { selectChanged } from '../src/plan/select-changed.ts'
import { ConfigurationError, makeFlagProblem } from '../src/release/problem.ts'
import { makeRunPlan, type Chosen, type Written } from './prepare-run.ts'
import type { RunOptions } from './run-options.ts'

/** The definitions may still be on their way. */
type Suite = { readonly written: Written; readonly definitions: Promise<Definitions> }

/** Cases that every such flag means, and the flags; null where none was given. */
export async function chooseCases(
  options: RunOptions,
  environment: Environment,
  suite: Suite,
): Promise<Chosen | null> {
  const { failed = false, changed = false } = options
  const chosen: Chosen[] = []
  if (failed) chosen.push({ only: '--failed', cases: readFailed(environment) })
  if (changed !== false) chosen.push(await chooseChanged(options, environment, suite))
  return chosen.reduce<Chosen | null>(
    (all, one) => (all ? { only: `${all.only} ${one.only}`, cases: one.cases.intersection(all.cases) } : one),
    null,
  )
}

/** Nothing has failed where nothing ran, which is no reason to say that all is well. */
function readFailed({ cwd }: Environment): ReadonlySet<string> {
  const { failed, isThere } = readPast(join(cwd, 'reports'))
  if (isThere) return failed
  throw new ConfigurationError([
    makeFlagProblem('--failed', {
      expected: 'an earlier run below reports/ that has ended',
      received: 'none',
      remedy: 'Run without --failed first; a run that went elsewhere by --out is not looked at.',
    }),
  ])
}

async function chooseChanged(
  options: RunOptions,
  { cwd }: Environment,
  { written, definitions }: Suite,
): Promise<Chosen> {
  const commit = typeof options.changed === 'string' ? options.changed : 'HEAD'
  const folders = listCodeFolders(cwd, written.target.code)
  const code = listFiles(cwd, folders, '**/*.ts').filter((file) => !file.endsWith('.test.ts'))
  const files = await readChanges(cwd, commit)
  const forAll = new Set([
    ...[options.target, written.target.tenants].map((file) => nameFeature(cwd, file)),
    ...findAround(cwd, code),
    ...findGone(files, { cwd, code, places: written.target.code }),
  ])
  const change = { files, imports: readImports(cwd, code), forAll }
  const { cases } = makeRunPlan(written, { options, runId: 'changed' })
  const book = makePhraseBook(await definitions)
  const concerned = selectChanged(change, { cases, features: written.features, book })
  return { only: `--changed ${commit}`, cases: concerned }
}

type Code = { readonly cwd: string; readonly code: readonly string[]; readonly places: readonly string[] }

/** Code that was taken away: nothing tells any more what it has done for which case. */
function findGone(files: readonly string[], { cwd, code, places }: Code): string[] {
  const folders = places.map((place) => `${nameFeature(cwd, place)}/`)
  return files.filter(
    (file) =>
      folders.some((folder) => file.startsWith(folder)) &&
      file.endsWith('.ts') &&
      !file.endsWith('.test.ts') &&
      !code.includes(file),
  )
}
