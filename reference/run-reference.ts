// The platform as a process: starts it, says so in one line of JSON, replaces its instances on SIGUSR2, and takes
// everything down again when it is told to stop, when its terminal says so, or when the one who started it is gone.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import process from 'node:process'
import { faultTable } from './faults/faults.ts'
import { FlagError, parseFlags, type Flags } from './parse-flags.ts'
import { startPlatform, type RunningPlatform } from './start-platform.ts'

const exitCodes = { done: 0, usage: 3, fault: 4 } as const

/** From its start to its end; flags and environment are the process's own, and so is what becomes its exit code. */
export async function runReference(): Promise<void> {
  try {
    await run()
    process.exitCode = exitCodes.done
  } catch (error) {
    const isUsage = error instanceof FlagError
    const text = error instanceof Error ? error.message : String(error)
    process.stderr.write(`reference: ${text}\n`)
    process.exitCode = isUsage ? exitCodes.usage : exitCodes.fault
  }
  // Stdin may still hold the process; by now there is nothing left to wait for.
  process.stdin.destroy()
}

async function run(): Promise<void> {
  const flags = parseFlags(process.argv.slice(2), process.env)
  if (flags.isListing) return void process.stdout.write(`${JSON.stringify(faultTable)}\n`)
  const told = waitToStop(flags)
  const running: { platform?: RunningPlatform } = {}
  // Heard from the start as well: before there is anything to replace it has nothing to say.
  process.on('SIGUSR2', () => void running.platform?.restart())
  const platform = await startPlatform(flags)
  running.platform = platform
  const { readyFile = null } = flags
  let isTold = false
  try {
    const line = `${JSON.stringify({ ...platform.ready, pid: process.pid })}\n`
    if (readyFile !== null) await writeReadyFile(readyFile, line)
    isTold = true
    process.stdout.write(line)
    await told
  } finally {
    await platform.stop()
    if (isTold && readyFile !== null) await rm(readyFile, { force: true })
  }
}

/** Whole or not there at all: whoever waits for it reads it as soon as it appears. */
async function writeReadyFile(path: string, line: string): Promise<void> {
  const written = `${path}.${process.pid}.tmp`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(written, line)
    await rename(written, path)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new FlagError(`--ready-file ${path} cannot be written: ${reason}`, { cause: error })
  }
}

/** Listens from the very start: a stop that comes while instances are starting must not be lost. */
function waitToStop(flags: Flags): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => resolve()
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)
    // A reader of the ready line that has gone away is no reason to die half-way.
    process.stdout.on('error', stop)
    if (!flags.stopWithStdin) return
    process.stdin.on('end', stop).on('close', stop).on('error', stop).resume()
  })
}
