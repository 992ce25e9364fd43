// `airlock release-new`: drafts a release from the commits since the last one, for a person to finish. Writes new files
// only: whatever is there already is somebody's work.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { findNewestRelease } from '../src/io/find-release.ts'
import { readAuthor, readCommits } from '../src/io/read-commits.ts'
import { readPromised } from '../src/io/read-promised.ts'
import { requirePlace } from '../src/io/require-place.ts'
import { draftRelease, type Draft, type DraftFacts } from '../src/release/draft-release.ts'
import { draftEmergencyWindow, draftQuietWindow } from '../src/release/draft-window.ts'
import { parseCommit } from '../src/release/parse-commit.ts'
import { ConfigurationError, makeFlagProblem } from '../src/release/problem.ts'
import type { Promised } from '../src/release/promised.ts'
import type { ReleaseKind } from '../src/release/release.ts'
import { readDraftTerms } from './read-notice-terms.ts'

export type ReleaseNewOptions = {
  readonly kind: ReleaseKind
  /** Commits after this one. */
  readonly fromGit: string
  readonly version?: string
  /** Name of the release; else the one after the newest. */
  readonly id?: string
  /** Folder of the release; else releases/<id>. */
  readonly out?: string
  readonly policy: string
}

export async function runReleaseNew(options: ReleaseNewOptions, environment: Environment): Promise<ExitCode> {
  const { cwd } = environment
  const id = options.id ?? nameNext(findNewestRelease(cwd), environment)
  if (!/^[A-Za-z0-9][\w.-]*$/.test(id)) throw wrong('--id', 'a name of letters, digits, dots and hyphens', id)
  const folder = options.out ?? `releases/${id}`
  requirePlace(cwd, resolve(cwd, folder))
  const promised = readHome(options, environment)
  const commits = (await readCommits(cwd, options.fromGit)).map(parseCommit)
  if (commits.length === 0) throw wrong('--from-git', 'a commit before this one', 'no commit since it')
  const facts: DraftFacts = {
    id,
    kind: options.kind,
    version: options.version ?? null,
    author: await readAuthor(cwd),
    window: draftWindow(options, promised, environment),
    services: [...new Set(promised.tenants.flatMap(({ services }) => services))],
    schema: findSchema(cwd, folder),
  }
  const draft = draftRelease(facts, commits)
  writeDraft(draft, { cwd, folder })
  environment.stdout.write(renderDraft(draft, folder))
  return exitCodes.pass
}

/** Without the clients nobody knows which services there are, and whose working days count. */
function readHome({ policy }: ReleaseNewOptions, { cwd }: Environment): Promised {
  const { promised, problems } = readPromised({ cwd, policy, release: null })
  if (problems.length > 0) throw new ConfigurationError(problems)
  if (!promised) throw wrong('--policy', 'a policy with tenants.yaml beside it', policy)
  return promised
}

function draftWindow(
  { kind, policy }: ReleaseNewOptions,
  promised: Promised,
  environment: Environment,
): DraftFacts['window'] {
  if (kind === 'patch') return null
  const now = Temporal.Instant.fromEpochMilliseconds(environment.now())
  const terms = readDraftTerms({ kind, policy }, environment)
  return kind === 'emergency'
    ? draftEmergencyWindow(promised.provider.zone, terms.hours, now)
    : draftQuietWindow(promised, terms, now)
}

/** The last number of the newest name, one higher. */
function nameNext(newest: string | null, { now }: Environment): string {
  if (newest === null)
    return `${Temporal.Instant.fromEpochMilliseconds(now()).toZonedDateTimeISO('UTC').year}.1`
  const name = basename(newest)
  const [, head, number] = /^(.*?)(\d+)$/.exec(name) ?? []
  if (head === undefined || number === undefined) throw wrong('--id', 'a name for the release', 'nothing')
  return `${head}${String(Number(number) + 1).padStart(number.length, '0')}`
}

function findSchema(cwd: string, folder: string): string | null {
  const schema = 'docs/schemas/release.schema.json'
  if (!existsSync(join(cwd, schema))) return null
  return relative(resolve(cwd, folder), join(cwd, schema)).replaceAll('\\', '/')
}

type Place = { readonly cwd: string; readonly folder: string }

/** All of it or nothing. */
function writeDraft({ files }: Draft, { cwd, folder }: Place): void {
  const paths = Object.keys(files).map((path) => join(folder, path))
  const there = paths.filter((path) => existsSync(resolve(cwd, path)))
  if (there.length > 0) throw new ConfigurationError(there.map(taken))
  for (const [path, text] of Object.entries(files)) {
    const file = resolve(cwd, folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text, { flag: 'wx' })
  }
}

function taken(file: string) {
  const expected = 'no file of that name, as nothing is overwritten'
  const remedy = 'Name another release with --id or --out, or move the file away.'
  return { file: file.replaceAll('\\', '/'), path: '', expected, received: 'one', remedy }
}

function wrong(flag: string, expected: string, received: string): ConfigurationError {
  const remedy = 'Correct the flag; see `airlock release-new --help`.'
  return new ConfigurationError([makeFlagProblem(flag, { expected, received, remedy })])
}

function renderDraft({ files, leftOut }: Draft, folder: string): string {
  const paths = Object.keys(files).map((path) => `  ${join(folder, path).replaceAll('\\', '/')}`)
  const left = Object.entries(leftOut).map(([type, count]) => `${count} ${type}`)
  const silent = left.length === 0 ? 'no commit' : left.join(', ')
  return [
    'Drafted',
    ...paths,
    `Left out, as no client notices them: ${silent}.`,
    `Finish what carries a mark; \`airlock lint ${folder}\` names each.`,
    '',
  ].join('\n')
}
