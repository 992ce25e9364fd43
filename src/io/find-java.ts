// Allure 2 needs Java. Where it is, and whether it really runs, is found out here: some systems have a `java` that
// only says where to get one.
import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

type Env = Readonly<Record<string, string | undefined>>

export type Java = {
  readonly path: string
  /** Where it was found. */
  readonly origin: 'JAVA_HOME' | 'PATH'
  /** Such as `17.0.15`. */
  readonly version: string
}

const longestAnswerMs = 20_000

/** The Java of JAVA_HOME, else the first on the PATH that answers; null if there is none. */
export async function findJava(env: Env): Promise<Java | null> {
  const home = env['JAVA_HOME']
    ? [{ path: join(env['JAVA_HOME'], 'bin', program), origin: 'JAVA_HOME' as const }]
    : []
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const places = [
    ...home,
    ...folders.map((folder) => ({ path: join(folder, program), origin: 'PATH' as const })),
  ]
  for (const { path, origin } of places) {
    const version = await readVersion(path, env)
    if (version !== null) return { path, origin, version }
  }
  return null
}

const program = process.platform === 'win32' ? 'java.exe' : 'java'

async function readVersion(path: string, env: Env): Promise<string | null> {
  try {
    await access(path, constants.X_OK)
    const { stderr, stdout } = await promisify(execFile)(path, ['-version'], {
      timeout: longestAnswerMs,
      env,
    })
    return /version "([^"]+)"/.exec(`${stderr}${stdout}`)?.[1] ?? null
  } catch {
    // Not there, not executable, or one that only tells where to get Java: none of them can build a report.
    return null
  }
}
