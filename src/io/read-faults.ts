// The faults a target can be started with, as it names them itself.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { faultSchema, type Fault } from '../release/fault.ts'
import { ConfigurationError } from '../release/problem.ts'
import type { Target } from '../release/target.ts'

const timeoutMs = 30_000

/** Runs the target's command. A command that fails, or prints anything else, is a mistake in the target file. */
export async function readFaults(
  target: Target,
  { cwd, path }: { cwd: string; path: string },
): Promise<Fault[]> {
  const [program = '', ...args] = target.faults?.list ?? []
  if (program === '') throw wrong(path, 'a `faults` key that says how they are listed', 'none')
  const command = program === 'node' ? process.execPath : program
  const printed = await promisify(execFile)(command, args, { cwd, timeout: timeoutMs }).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
      throw wrong(path, 'a command that lists faults', reason)
    },
  )
  const read = z.array(faultSchema).min(1).safeParse(parseLine(printed.stdout))
  if (read.success) return read.data
  throw wrong(path, 'a JSON list of faults with name, capability and summary', printed.stdout.slice(0, 80))
}

function parseLine(printed: string): unknown {
  try {
    return JSON.parse(printed) as unknown
  } catch {
    // Refused by the schema.
    return null
  }
}

function wrong(file: string, expected: string, received: string): ConfigurationError {
  const remedy = 'Correct `faults` in the target file.'
  return new ConfigurationError([{ file, path: 'faults.list', expected, received, remedy }])
}
