// Where a command writes to is asked for before it does anything: a place that cannot be written to is a slip of the
// hand and no fault of Airlock.
import { accessSync, constants, lstatSync, mkdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { ConfigurationError, makeFlagProblem } from '../release/problem.ts'

/** Refuses a path that is no folder and where none can be made. */
export function requirePlace(cwd: string, path: string): void {
  const { file, wrong } = inspect(path)
  if (wrong === null) return
  const problem = makeFlagProblem('--out', {
    expected: 'a folder that can be written to, or a path where one can be made',
    received: `${relative(cwd, file).replaceAll('\\', '/') || '.'}, which ${wrong}`,
    remedy: 'Name another place with --out.',
  })
  throw new ConfigurationError([problem])
}

type Inspected = { readonly file: string; readonly wrong: string | null }

/** The nearest part of the path that is there; `missing` is the part below it. */
function inspect(file: string, missing: string | null = null): Inspected {
  try {
    const found = statSync(file)
    if (!found.isDirectory()) return { file, wrong: 'is a file' }
    accessSync(file, constants.W_OK)
    return missing === null ? { file, wrong: null } : tryFolder(missing)
  } catch (error) {
    const code = codeOf(error)
    const isAbsent = code === 'ENOENT' || code === 'ENOTDIR'
    if (isAbsent && isLink(file)) return { file, wrong: 'leads nowhere' }
    return isAbsent && dirname(file) !== file
      ? inspect(dirname(file), file)
      : { file, wrong: `gives ${code}` }
  }
}

/** Systems have folders in which nobody makes any, whatever they allow; Node would try for ever to make a path there. */
function tryFolder(file: string): Inspected {
  try {
    mkdirSync(file)
  } catch (error) {
    // Somebody else has made it meanwhile.
    if (codeOf(error) !== 'EEXIST') return { file, wrong: `cannot be made (${codeOf(error)})` }
    return { file, wrong: null }
  }
  removeEmpty(file)
  return { file, wrong: null }
}

function removeEmpty(file: string): void {
  try {
    rmdirSync(file)
  } catch {
    // Whoever made it theirs meanwhile keeps it.
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink()
  } catch {
    return false
  }
}
