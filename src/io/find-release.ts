// Whoever names no release means the newest: release folders are named so that their names sort as they follow.
import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigurationError } from '../release/problem.ts'
import { makeUnreadable } from './read-text.ts'

const folder = 'releases'

/** `releases/<id>` of the newest release, or null where there is none. Numbers in names sort as numbers: 2026.9 before 2026.24. */
export function findNewestRelease(cwd: string): string | null {
  // One whose file is misnamed, or a link that leads nowhere, is meant too: whoever reads it is told so, and no earlier
  // one is judged in its place.
  const names = listNames(cwd).filter((name) =>
    ['release.yaml', 'release.yml'].some((file) => isThere(join(cwd, folder, name, file))),
  )
  const newest = names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1)
  return newest === undefined ? null : `${folder}/${newest}`
}

function listNames(cwd: string): string[] {
  try {
    return readdirSync(join(cwd, folder))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw new ConfigurationError([makeUnreadable(folder, error)], { cause: error })
  }
}

/** Beside a file, and behind a link that leads to itself, there is nothing. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}
