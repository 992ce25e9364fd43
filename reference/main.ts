// `npm run reference`: starts the platform, says so in one line of JSON, and takes everything down again when it is told
// to stop, when its terminal says so, or when the one who started it is gone.
import process from 'node:process'
import { FlagError, parseFlags, type Flags } from './parse-flags.ts'
import { startPlatform } from './start-platform.ts'

const exitCodes = { done: 0, usage: 3, fault: 4 } as const

async function run(): Promise<void> {
  const flags = parseFlags(process.argv.slice(2), process.env)
  const told = waitToStop(flags)
  const platform = await startPlatform(flags)
  process.stdout.write(`${JSON.stringify(platform.ready)}\n`)
  await told
  await platform.stop()
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

try {
  await run()
  // Stdin may still hold the process; by now there is nothing left to wait for.
  process.stdin.destroy()
  process.exitCode = exitCodes.done
} catch (error) {
  const isUsage = error instanceof FlagError
  const text = error instanceof Error ? error.message : String(error)
  process.stderr.write(`reference: ${text}\n`)
  process.stdin.destroy()
  process.exitCode = isUsage ? exitCodes.usage : exitCodes.fault
}
