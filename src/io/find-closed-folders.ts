// A pattern passes over a folder that this user may not list, as over one without reports: a module whose tests ran as
// somebody else would be gone with its failures.
import { accessSync, constants, globSync, type Dirent } from 'node:fs'
import { relative, resolve, sep } from 'node:path'

type Searched = {
  readonly cwd: string
  readonly patterns: readonly string[]
  /** Whether this user has these rights, as `access` takes them. */
  readonly may?: (folder: string, rights: number) => boolean
}

const list = constants.R_OK | constants.X_OK
const enter = constants.X_OK

/** Folders in which the patterns would look and cannot, relative to `cwd`; each once, sorted. */
export function findClosedFolders({ cwd, patterns, may = hasRights }: Searched): string[] {
  const closed = new Set<string>()
  const ask = (entry: Dirent, rights: number, begin: string): void => {
    const folder = resolve(cwd, entry.parentPath, entry.name)
    if (entry.isDirectory() && isWithin(folder, begin) && !may(folder, rights))
      closed.add(relative(cwd, folder).replaceAll('\\', '/'))
  }
  for (const pattern of patterns.filter(isWild)) {
    const begin = findBegin(pattern, cwd)
    const look = (entry: Dirent): boolean => {
      ask(entry, list, begin)
      return false
    }
    globSync(pattern, { cwd, withFileTypes: true, exclude: look })
    for (const passed of listPassed(pattern))
      globSync(passed, { cwd, withFileTypes: true }).forEach((entry) => ask(entry, enter, begin))
  }
  return [...closed].toSorted()
}

/** The folder that is listed first: those on the way to it are passed through, which asks less. */
function findBegin(pattern: string, cwd: string): string {
  const parts = pattern.split('/')
  const begin = parts.slice(0, parts.findIndex(isWild)).join('/')
  return resolve(cwd, begin === '' && pattern.startsWith('/') ? '/' : begin)
}

/** `modules/*` of `modules/*` + `/reports/*.xml`: what is found so is entered and not listed, and nobody is asked about it. */
function listPassed(pattern: string): string[] {
  const parts = pattern.split('/')
  return parts.flatMap((part, at) => {
    const next = parts[at + 1]
    const isPassed = part !== '**' && isWild(part) && next !== undefined && !isWild(next)
    return isPassed ? [parts.slice(0, at + 1).join('/')] : []
  })
}

function isWithin(folder: string, begin: string): boolean {
  return folder === begin || folder.startsWith(begin.endsWith(sep) ? begin : `${begin}${sep}`)
}

/** What is named without a pattern is missed by its name. */
export function isWild(pattern: string): boolean {
  return /[*?[{(]/.test(pattern)
}

function hasRights(folder: string, rights: number): boolean {
  try {
    accessSync(folder, rights)
    return true
  } catch {
    return false
  }
}
