// What `npm start` releases where no release is written down: an example that keeps its whole promise, on whatever day.
// Its clients are told for real, at a mail server of Airlock's own whose mails lie in the run's folder.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Environment } from '../src/io/environment.ts'
import { openMailSink } from '../src/io/open-mail-sink.ts'
import { readPromised } from '../src/io/read-promised.ts'
import { readNamedText, requireValue } from '../src/io/read-text.ts'
import { isUnknown } from '../src/release/calendar/unknown.ts'
import { draftQuietWindow, type DraftWindow } from '../src/release/draft-window.ts'
import { exampleSchema, renderExample } from '../src/release/example.ts'
import { parseYaml } from '../src/release/parse-document.ts'
import { ConfigurationError } from '../src/release/problem.ts'
import { sealSchema } from '../src/run/seal.ts'
import { runNoticeSend } from './notice-send.ts'
import { readDraftTerms } from './read-notice-terms.ts'

export type ExampleOptions = {
  /** Folder of the example, relative to the project. */
  readonly example: string
  /** Folder of the run, absolute. */
  readonly run: string
  readonly policy: string
}

/** Folder of the release, relative to the project, once everybody was told; null where the run saw no candidate. */
export async function writeExample(
  options: ExampleOptions,
  environment: Environment,
): Promise<string | null> {
  const candidate = readCandidate(options.run)
  if (candidate === null) return null
  await beginHistory(environment)
  const { cwd } = environment
  const file = join(options.example, 'example.yaml')
  const example = requireValue(parseYaml({ file, text: readNamedText(cwd, file) }, exampleSchema))
  const now = Temporal.Instant.fromEpochMilliseconds(environment.now())
  const window = draftWindow(options, environment, now)
  const folder = join(options.run, 'release')
  mkdirSync(folder)
  cpSync(resolve(cwd, options.example, 'changes'), join(folder, 'changes'), { recursive: true })
  writeFileSync(join(folder, 'release.yaml'), renderExample(example, { candidate, window, now }))
  const release = relative(cwd, folder)
  await tellClients({ ...options, release }, environment)
  return release
}

/** Nothing was released before an example; one that was named is somebody's, and theirs to begin. */
async function beginHistory(environment: Environment): Promise<void> {
  if (environment.env['AIRLOCK_HISTORY']) return
  const { openHistory } = await import('../src/history/open-history.ts')
  await using history = openHistory(environment)
  // What is wrong with one that is there, the gate says.
  await history.create().catch(() => false)
}

/** The build that was tested, as it called itself. */
function readCandidate(run: string): { version: string; digest: string | null } | null {
  const file = join(run, 'run.json')
  if (!existsSync(file)) return null
  const { candidate } = sealSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const { version = null, digest = null } = candidate.end[0] ?? {}
  return version === null ? null : { version, digest }
}

function draftWindow(
  { policy }: ExampleOptions,
  environment: Environment,
  now: Temporal.Instant,
): DraftWindow {
  const { promised, problems } = readPromised({ cwd: environment.cwd, policy, release: null })
  if (promised === null) throw new ConfigurationError(problems)
  const terms = readDraftTerms({ policy, kind: 'scheduled' }, environment)
  const window = draftQuietWindow(promised, terms, now)
  if (!isUnknown(window)) return window
  const remedy = 'Bring the calendars up to date: `npm run calendars`.'
  const expected = 'calendars that reach to the next window'
  throw new ConfigurationError([
    { file: policy, path: 'calendar', expected, received: window.unknown, remedy },
  ])
}

/** Clients are real, and the example is not: whatever the settings name, only the sink hears of it. */
async function tellClients(
  { run, policy, release }: ExampleOptions & { readonly release: string },
  environment: Environment,
): Promise<void> {
  const sink = await openMailSink(join(run, 'mails'))
  try {
    // Progress of a command inside another one is no result of either.
    const quiet = { write: () => true }
    const options = { release, policy, sink: sink.url }
    await runNoticeSend(options, { ...environment, stdout: quiet, stderr: quiet })
  } finally {
    await sink.close()
  }
}
