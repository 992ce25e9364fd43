// Asks a worker what the code of a project defines. The process that asks runs none of that code, and the worker can be
// given cases afterwards, so a run pays nothing for it.
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { Definitions } from '../plan/phrases/definitions.ts'
import { forkWorker, type ForkOptions } from './open-worker.ts'
import { describeExit } from './describe-worker-end.ts'
import { describeSlowLoading, UnusableCodeError } from './unusable-code.ts'
import type { CodePlace, FromWorker, ToWorker } from './worker-protocol.ts'

/** Starts a worker for this question alone. */
export async function readDefinitions(
  options: ForkOptions,
  { code, limitMs }: Pick<CodePlace, 'code'> & Pick<Patience, 'limitMs'>,
): Promise<Definitions> {
  const child = forkWorker(options)
  try {
    return await askForDefinitions(child, { cwd: options.cwd, code }, { limitMs })
  } finally {
    child.kill('SIGKILL')
  }
}

/** How long the code may take to load, and who may end that sooner. */
export type Patience = { readonly limitMs: number; readonly interrupt?: AbortSignal }

/** Asks a worker that waits for its setup; an UnusableCodeError when the code cannot be loaded. */
export async function askForDefinitions(
  child: ChildProcess,
  place: CodePlace,
  { limitMs, interrupt }: Patience,
): Promise<Definitions> {
  const output = holdOutput(child)
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, ...(interrupt ? [interrupt] : [])])
  try {
    const question: ToWorker = { type: 'describe', place }
    // A worker that is gone says so by its exit.
    child.send(question, () => undefined)
    return await Promise.race([
      waitForAnswer(child, signal),
      waitForExit(child, signal),
      waitTooLong(limitMs, signal),
    ])
  } catch (error) {
    if (error instanceof UnusableCodeError && output.text() !== '')
      throw new UnusableCodeError(`${error.message}\nIt printed:\n${output.text()}`, { cause: error })
    throw error
  } finally {
    stop.abort()
    output.release()
  }
}

async function waitForAnswer(child: ChildProcess, signal: AbortSignal): Promise<Definitions> {
  for (;;) {
    const [message] = (await once(child, 'message', { signal })) as [FromWorker]
    if (message.type === 'definitions') return message.definitions
    if (message.type === 'unusable') throw new UnusableCodeError(message.reason)
  }
}

async function waitForExit(child: ChildProcess, signal: AbortSignal): Promise<never> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit', { signal })
  const how = describeExit({ exitCode: child.exitCode, signal: child.signalCode })
  throw new UnusableCodeError(`A worker left while it loaded them: ${how}`)
}

async function waitTooLong(limitMs: number, signal: AbortSignal): Promise<never> {
  await setTimeout(limitMs, undefined, { signal })
  throw new UnusableCodeError(describeSlowLoading(limitMs))
}

/** Code that prints while it is loaded must not wait for a reader; whoever reads the worker later gets it all. */
function holdOutput({ stdout, stderr }: ChildProcess): { text(): string; release(): void } {
  const held = [stdout, stderr].flatMap((stream) => {
    if (!stream) return []
    const chunks: Buffer[] = []
    const keep = (chunk: Buffer): void => void chunks.push(chunk)
    stream.on('data', keep)
    return [{ stream, chunks, keep }]
  })
  return {
    text: () => held.map(({ chunks }) => Buffer.concat(chunks).toString('utf8')).join(''),
    release() {
      for (const { stream, chunks, keep } of held) {
        stream.off('data', keep).pause()
        if (chunks.length > 0 && stream.readable) stream.unshift(Buffer.concat(chunks))
      }
    },
  }
}
