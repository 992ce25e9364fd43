// `airlock history`: what is kept of earlier runs, and the way in and out of it as a file.
import { lstatSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { describeError } from '../src/history/driver.ts'
import { openHistory, type History } from '../src/history/open-history.ts'
import type { Source } from '../src/history/transfer.ts'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { readNamedText, requireValue } from '../src/io/read-text.ts'
import { writeChunks } from '../src/io/write-chunks.ts'
import { ConfigurationError } from '../src/release/problem.ts'
import { renderHistory } from '../src/report/render-history.ts'

export async function listHistory(
  { json }: { readonly json?: boolean },
  environment: Environment,
): Promise<ExitCode> {
  const runs = await use(environment, (history) => history.list())
  environment.stdout.write(json === true ? `${JSON.stringify({ runs })}\n` : renderHistory(runs))
  return exitCodes.pass
}

export async function createHistory(environment: Environment): Promise<ExitCode> {
  const { made, name } = await use(environment, async (history) => ({
    made: await history.create(),
    name: history.name,
  }))
  environment.stdout.write(
    made ? `An empty history is at ${name}\n` : `There is a history at ${name} already\n`,
  )
  return exitCodes.pass
}

export async function exportHistory(file: string, environment: Environment): Promise<ExitCode> {
  const { lines, name } = await use(environment, async (history) => ({
    lines: await history.export(),
    name: history.name,
  }))
  requireOther(file, name, environment)
  await writeLines(file, lines, environment)
  const runs = lines.filter((line) => 'run' in (JSON.parse(line) as object)).length
  environment.stdout.write(`${runs} ${runs === 1 ? 'run' : 'runs'} written to ${file}\n`)
  return exitCodes.pass
}

/** Its own file would be replaced by its lines, and a link or a device by a file that nobody looks for there. */
function requireOther(file: string, name: string, { cwd }: Environment): void {
  const found = lstatSync(resolve(cwd, file), { throwIfNoEntry: false })
  const own = statSync(name, { throwIfNoEntry: false })
  if (found?.isFile() === true && found.ino === own?.ino && found.dev === own.dev)
    throw makeUnwritable(file, 'the history itself')
  if (found && !found.isFile() && !found.isDirectory()) throw makeUnwritable(file, 'no file of its own')
}

async function writeLines(file: string, lines: readonly string[], { cwd }: Environment): Promise<void> {
  try {
    await writeChunks(resolve(cwd, file), lines)
  } catch (error) {
    throw makeUnwritable(file, describeError(error instanceof Error ? (error.cause ?? error) : error), error)
  }
}

function makeUnwritable(file: string, received: string, cause?: unknown): ConfigurationError {
  const expected = 'a file that can be written'
  return new ConfigurationError([{ file, path: '', expected, received, remedy: 'Name another file.' }], {
    cause,
  })
}

export async function importHistory(file: string, environment: Environment): Promise<ExitCode> {
  const source = readSource(file, environment)
  const { runs, added } = requireValue(await use(environment, (history) => history.import(source)))
  environment.stdout.write(
    `${runs} ${runs === 1 ? 'run' : 'runs'} read from ${file}, ${added} of them new or with a later verdict\n`,
  )
  return exitCodes.pass
}

function readSource(file: string, { cwd }: Environment): Source {
  const lines = readNamedText(cwd, file)
    .split('\n')
    .map((text, at) => ({ text, line: at + 1 }))
  return { file, lines: lines.filter(({ text }) => text.trim() !== '') }
}

/** A history that was asked for and cannot be used is a usage error: nothing was judged. */
async function use<T>(environment: Environment, ask: (history: History) => Promise<T>): Promise<T> {
  await using history = openHistory(environment)
  try {
    return await ask(history)
  } catch (error) {
    throw new ConfigurationError([makeProblem(history.name, error)], { cause: error })
  }
}

function makeProblem(file: string, error: unknown) {
  return {
    file,
    path: '',
    expected: 'a history that can be used',
    received: describeError(error),
    remedy:
      'Check AIRLOCK_HISTORY, or restore it from an export: `airlock history import FILE`. Only the first of all is begun: `airlock history create`.',
  }
}
