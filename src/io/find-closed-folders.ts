// A pattern passes over a folder that this user may not list, as over one without reports: a module whose tests ran as
// somebody else would be gone with its failures.
import { accessSync, constants, globSync, type Dirent } from 'node:fs'
import { relative, resolve } from 'node:path'

type Searched = {
  readonly cwd: string
  readonly patterns: readonly string[]
  readonly canList?: (folder: string) => boolean
}

/** Folders in which the patterns would look and cannot, relative to `cwd`; each once, sorted. */
export function findClosedFolders({ cwd, patterns, canList = isOpen }: Searched): string[] {
  const closed = new Set<string>()
  const look = (entry: Dirent): boolean => {
    const folder = resolve(cwd, entry.parentPath, entry.name)
    if (entry.isDirectory() && !canList(folder)) closed.add(relative(cwd, folder).replaceAll('\\', '/'))
    return false
  }
  for (const pattern of patterns.filter(isWild))
    globSync(pattern, { cwd, withFileTypes: true, exclude: look })
  return [...closed].toSorted()
}

/** What is named without a pattern is missed by its name. */
export function isWild(pattern: string): boolean {
  return /[*?[{(]/.test(pattern)
}

function isOpen(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}
