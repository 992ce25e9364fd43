// A target that somebody has started in another terminal: it has left its ready line in a file. It is used only while
// the process that wrote the line is alive.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { Target } from '../release/target.ts'

const readySchema = z.looseObject({ pid: z.int().positive(), environment: z.record(z.string(), z.string()) })

export type RunningTarget = {
  /** Values for the `${NAME}`s of the target and tenants files. */
  readonly environment: Readonly<Record<string, string>>
  /** It goes on when the run is over. */
  readonly stop: () => Promise<void>
}

/** Null where the target's file names none, or where there is none now. */
export function openRunningTarget(cwd: string, { running }: Target): RunningTarget | null {
  const ready = running === undefined ? null : readReady(resolve(cwd, running))
  if (!ready || !isAlive(ready.pid)) return null
  return { environment: ready.environment, stop: async () => undefined }
}

function readReady(path: string): z.output<typeof readySchema> | null {
  try {
    const read = readySchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return read.success ? read.data : null
  } catch {
    // Not there or half written: nothing is running that could be used.
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    // No such process, or somebody else's.
    return false
  }
}
