// The change files of a release. One that nobody would be told of is refused: it would be missing in every client's
// notes, and nothing would say so.
import { existsSync, globSync, lstatSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Change } from '../release/changes.ts'
import { frontOf, parseChange } from '../release/parse-change.ts'
import { makePlacer } from '../release/parse-document.ts'
import type { Parsed, Problem } from '../release/problem.ts'
import { readChecked, type Checked } from './read-checked.ts'

type Place = {
  readonly cwd: string
  /** Folder of the release, relative to it; null where there is none. */
  readonly release: string | null
}

/** In the order of their names, which people number. `tenants` are the ids there are; none where they cannot be read. */
export function readReleaseChanges(
  { cwd, release }: Place,
  tenants: readonly string[],
): Checked<readonly Change[]> {
  if (release === null) return { value: [], inputs: [], problems: [] }
  const { folder, own } = listNames(cwd, release)
  const parse = (source: Source): Parsed<Change> => requireAudience(parseChange(source), source, tenants)
  const read = own.map((name) => readChecked({ cwd, file: `${folder}/${name}` }, parse))
  return {
    value: read.flatMap(({ value }) => value ?? []),
    inputs: read.flatMap(({ inputs }) => inputs),
    problems: [...read.flatMap(({ problems }) => problems), ...findUnreadChanges(cwd, release)],
  }
}

/** A problem for each file below the changes of a release that nobody reads. */
export function findUnreadChanges(cwd: string, release: string): Problem[] {
  const { folder, names, own } = listNames(cwd, release)
  if (isNoFolder(resolve(cwd, folder))) return [makeNoFolder(folder)]
  const unread = names.filter((name) => isNearlyNamed(name) && !own.includes(name))
  return unread.map((name) => makeUnread(`${folder}/${name}`))
}

/** Not there is no change; a file, and a link that leads nowhere, are changes that nobody reads. */
function isNoFolder(path: string): boolean {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return false
  return !existsSync(path) || !statSync(path).isDirectory()
}

function makeNoFolder(file: string): Problem {
  const remedy = 'Make it one, or take it away where no client notices the release.'
  return { file, path: '', expected: 'a folder', received: 'something else', remedy }
}

/** What lies below the folder of changes, and what of it is read. */
function listNames(cwd: string, release: string) {
  const folder = `${release.replaceAll('\\', '/').replace(/\/+$/, '')}/changes`
  const found = globSync('**/*', { cwd: resolve(cwd, folder) }).map((name) => name.replaceAll('\\', '/'))
  const names = found.toSorted()
  return { folder, names, own: names.filter((name) => /^[^/]+\.md$/.test(name)) }
}

type Source = { readonly file: string; readonly text: string }

/** A misspelt tenant is told of nothing, and the one that was meant neither. */
function requireAudience(parsed: Parsed<Change>, source: Source, tenants: readonly string[]): Parsed<Change> {
  if (!parsed.ok || parsed.value.audience === 'all' || tenants.length === 0) return parsed
  const locate = makePlacer(frontOf(source))
  const problems = parsed.value.audience.flatMap((received, index): Problem[] =>
    tenants.includes(received)
      ? []
      : [
          {
            file: source.file,
            path: `audience[${index}]`,
            ...locate(['audience', index]),
            expected: `a tenant: ${tenants.join(', ')}`,
            received,
            remedy: 'Correct the id, or take it out.',
          },
        ],
  )
  return problems.length === 0 ? parsed : { ok: false, problems }
}

/** What an editor makes of `.md`, and one in a folder within. */
function isNearlyNamed(name: string): boolean {
  return /\.(md|markdown)(\.txt)?$/i.test(name)
}

function makeUnread(file: string): Problem {
  return {
    file,
    path: '',
    expected: 'changes in files of this folder itself whose names end in .md',
    received: 'another name or folder',
    remedy: 'Rename or move it: as it is, no client is told of it.',
  }
}
