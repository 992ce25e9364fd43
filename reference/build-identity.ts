// Which build this is: a digest over the platform's own sources and its version, so that every instance of one build
// names the same one, today and tomorrow, and no two builds do.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const sources = fileURLToPath(new URL('.', import.meta.url))

export type Build = { readonly version: string; readonly commit: string; readonly digest: string }

export function readBuild(version: string): Build {
  const hash = createHash('sha256')
  for (const file of listSources(sources)) hash.update(`${file.name}\0`).update(readFileSync(file.path))
  // Nothing is committed to here: the hash of the sources stands for the commit they would be.
  const commit = hash.copy().digest('hex').slice(0, 40)
  return { version, commit, digest: `sha256:${hash.update(`\0${version}`).digest('hex')}` }
}

function listSources(folder: string): { name: string; path: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.(?:ts|eta|css)$/.test(entry.name) && !entry.name.endsWith('.test.ts'),
    )
    .map((entry) => resolve(entry.parentPath, entry.name))
    .map((path) => ({ path, name: relative(folder, path).split(sep).join('/') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
