// Patterns do not follow links to folders, so a module of the build that is one would be passed over with its failures.
// What lies behind such links is found here and told; it is not read, since a link may lead anywhere.
import { globSync, realpathSync, statSync, type Dirent } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { isWild } from './find-closed-folders.ts'

type Searched = {
  readonly cwd: string
  readonly patterns: readonly string[]
  /** Files that were found without following any link. */
  readonly found: Iterable<string>
}

/** Files that the patterns would find behind links, sorted; each once, and none that was found by another way. */
export function findBehindLinks({ cwd, patterns, found }: Searched): string[] {
  const known = new Set([...found].map(readRealPath))
  const wild = patterns.filter(isWild)
  return [...new Set(wild.flatMap((pattern) => followLinks(pattern, cwd)))].toSorted().filter((file) => {
    const path = readRealPath(file)
    if (path === null || known.has(path)) return false
    known.add(path)
    return true
  })
}

function followLinks(pattern: string, cwd: string): string[] {
  const entered = new Map<string, string>()
  const isLeftOut = (entry: Dirent): boolean => {
    if (!entry.isSymbolicLink()) return false
    const path = resolve(cwd, entry.parentPath, entry.name)
    // Package managers link packages to each other, in circles and thousandfold; no report of a build lies there.
    if (relative(cwd, path).split(sep).includes('node_modules')) return true
    const real = readRealPath(path)
    if (real === null || !statSync(real).isDirectory()) return false
    // The same folder by the same name is entered once, so that links among folders do not multiply.
    const key = `${entry.name}\0${real}`
    entered.set(key, entered.get(key) ?? path)
    return entered.get(key) !== path
  }
  const options = { cwd, followSymlinks: true, withFileTypes: true, exclude: isLeftOut } as const
  return globSync(pattern, options).map(({ parentPath, name }) => resolve(cwd, join(parentPath, name)))
}

/** Null for a link to nothing. */
function readRealPath(path: string): string | null {
  try {
    return realpathSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}
