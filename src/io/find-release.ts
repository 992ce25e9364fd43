// Whoever names no release means the newest: release folders are named so that their names sort as they follow.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = 'releases'

/** `releases/<id>` of the newest release, or null where there is none. Numbers in names sort as numbers: 2026.9 before 2026.24. */
export function findNewestRelease(cwd: string): string | null {
  if (!existsSync(join(cwd, folder))) return null
  // One whose file is misnamed is meant too: whoever reads it is told so, and no earlier one is judged in its place.
  const names = readdirSync(join(cwd, folder)).filter((name) =>
    ['release.yaml', 'release.yml'].some((file) => existsSync(join(cwd, folder, name, file))),
  )
  const newest = names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1)
  return newest === undefined ? null : `${folder}/${newest}`
}
