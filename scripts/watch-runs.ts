// `airlock run --watch`: runs again whenever a feature, a step or what it stands on is saved. The target stays up in
// between, so that a run takes as long as its cases do.
import { statSync, watch } from 'node:fs'
import { join } from 'node:path'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { listCodeFolders } from '../src/io/find-unlisted-code.ts'
import { makeUnreadable } from '../src/io/read-text.ts'
import { ConfigurationError } from '../src/release/problem.ts'
import type { SpareWorkers } from '../src/run/spare-workers.ts'
import { openSession, type Session } from './open-session.ts'
import type { RunOptions } from './run-options.ts'
import { explain, runOnce } from './run-once.ts'

/** Editors write a file in several steps; all of them count as one save. */
const quietMs = 150

/** Runs until the person ends it; what the runs came to is for them to read. */
export async function watchRuns(options: RunOptions, environment: Environment): Promise<ExitCode> {
  const session = openSession(options, environment)
  try {
    return await watchSession(session)
  } finally {
    await session.close()
  }
}

async function watchSession(session: Session): Promise<ExitCode> {
  const changes = openChanges(session)
  try {
    for (let spares = session.openSpares(); !session.interrupt.aborted;) {
      spares.load(session.place)
      await runGuarded(session, spares)
      // Ready before they are needed: they load Cucumber while somebody types.
      spares = session.openSpares()
      await waitForSave(session, changes)
    }
    return exitCodes.interrupted
  } finally {
    changes.close()
  }
}

/** A mistake in a file that is being written is told, and waited for to be mended. */
async function runGuarded(session: Session, spares: SpareWorkers): Promise<void> {
  try {
    await runOnce(session, spares)
  } catch (error) {
    if (error instanceof ConfigurationError) session.environment.stderr.write(`${error.message}\n`)
    else explain(error, session.environment, session.interrupt)
  } finally {
    spares.close()
  }
}

async function waitForSave({ environment, interrupt }: Session, changes: Changes): Promise<void> {
  if (interrupt.aborted) return
  environment.stderr.write('\nwatching; save a feature or a step to run again, Ctrl-C to end\n')
  const file = await changes.next()
  if (file !== null) environment.stderr.write(`\n${file} was saved\n`)
}

type Changes = { next(): Promise<string | null>; close(): void }

/** Saves below the folders of features and code, also those of while a run went on; null when the person wants to end. */
function openChanges({ target, environment, interrupt }: Session): Changes {
  let pending: string | null = null
  let wake = (): void => undefined
  const hear = makeListener(environment.cwd, (file) => {
    pending = file
    wake()
  })
  const folders = [...new Set([...target.features, ...listCodeFolders(environment.cwd, target.code)])]
  // None is watched before all are known to be there: those that are keep the process.
  for (const folder of folders) requirePresence(environment.cwd, folder)
  const watchers = folders.map((folder) =>
    watch(join(environment.cwd, folder), { recursive: true }, (_event, name) =>
      hear(`${folder}/${name ?? ''}`),
    ),
  )
  interrupt.addEventListener('abort', () => wake(), { once: true })
  const next = async (): Promise<string | null> => {
    if (pending === null && !interrupt.aborted) await new Promise<void>((resolve) => (wake = resolve))
    const file = interrupt.aborted ? null : pending
    pending = null
    return file
  }
  return { next, close: () => watchers.forEach((watcher) => watcher.close()) }
}

function requirePresence(cwd: string, folder: string): void {
  try {
    statSync(join(cwd, folder))
  } catch (error) {
    throw new ConfigurationError([makeUnreadable(folder, error)], { cause: error })
  }
}

/** Tells of a save once, when the file has been left alone for a moment. */
function makeListener(cwd: string, tell: (file: string) => void): (file: string) => void {
  const states = new Map<string, string>()
  let timer: NodeJS.Timeout | undefined
  return (file) => {
    const stat = statSync(join(cwd, file), { throwIfNoEntry: false })
    const state = stat ? `${stat.mtimeMs} ${stat.size}` : 'gone'
    // One save may be told several times, and late.
    if (states.get(file) === state) return
    states.set(file, state)
    clearTimeout(timer)
    timer = setTimeout(() => tell(file), quietMs).unref()
  }
}
