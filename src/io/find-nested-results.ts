// A results folder is flat: Allure reads nothing that lies in a folder within it. Parts that were fetched from several
// jobs often lie there all the same, and a failure in one of them would be passed over.
import { readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { isResultsFile, isStrayFile } from '../evidence/parse-results-file.ts'

export type Nested = { readonly name: string; readonly reason: string }

type Within = {
  /** The results folder. */
  readonly folder: string
  /** Folders that are read by themselves; absolute. */
  readonly apart: ReadonlySet<string>
}

const nothing: ReadonlySet<string> = new Set()

/**
 * The first file that would have a say, in a folder of this name or behind a link to one, however deep it lies: fetched
 * artifacts keep the folders that they were packed with. Null where there is none.
 */
export function findNestedResults(folder: string, name: string, apart = nothing): Nested | null {
  const seen = new Set<string>()
  const open = [name]
  for (let place = open.shift(); place !== undefined; place = open.shift()) {
    const looked = lookInto(place, { folder, apart }, seen)
    if (looked.found !== null) return looked.found
    open.push(...looked.within)
  }
  return null
}

type Looked = { readonly found: Nested | null; readonly within: readonly string[] }

/** Links may lead back to where they lie, so each folder is looked into once. */
function lookInto(place: string, { folder, apart }: Within, seen: Set<string>): Looked {
  if (apart.has(join(folder, place))) return { found: null, within: [] }
  try {
    const real = realpathSync(join(folder, place))
    if (seen.has(real)) return { found: null, within: [] }
    seen.add(real)
    return readPlace(folder, place)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const isNoFolder = code === 'ENOTDIR' || code === 'ENOENT'
    return { found: isNoFolder ? null : { name: place, reason: code }, within: [] }
  }
}

function readPlace(folder: string, place: string): Looked {
  const entries = readdirSync(join(folder, place), { withFileTypes: true })
  const names = entries.map(({ name }) => name).toSorted()
  const first = names.find((file) => isResultsFile(file) || isStrayFile(file))
  const reason = 'in a folder within, where none is read'
  const folders = new Set(entries.filter((entry) => !entry.isFile()).map(({ name }) => name))
  return {
    found: first === undefined ? null : { name: `${place}/${first}`, reason },
    within: names.filter((name) => folders.has(name)).map((name) => `${place}/${name}`),
  }
}
