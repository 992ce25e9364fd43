// Starts a report generator and waits for it; its output is kept for the case that it fails.
import { spawn } from 'node:child_process'
import { once } from 'node:events'

export type Generator = {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
}

export type Generated = { readonly ok: boolean; readonly output: string }

/** A report that takes longer is not coming. */
const longestMs = 10 * 60_000
const mostOutput = 20_000

/** Runs it to its end. Never throws: a generator that cannot be started has failed. */
export async function runGenerator({ command, args, cwd, env }: Generator): Promise<Generated> {
  const child = spawn(command, [...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: longestMs })
  let output = ''
  const keep = (text: string) => {
    output = `${output}${text}`.slice(-mostOutput)
  }
  child.stdout.setEncoding('utf8').on('data', keep)
  child.stderr.setEncoding('utf8').on('data', keep)
  try {
    const [exitCode, signal] = (await once(child, 'close')) as [number | null, string | null]
    if (exitCode === 0) return { ok: true, output }
    return { ok: false, output: `${output}\nended with ${signal ?? `exit code ${exitCode}`}` }
  } catch (error) {
    return { ok: false, output: error instanceof Error ? error.message : String(error) }
  }
}
