// A results folder is flat: Allure reads nothing that lies in a folder within it. Parts that were fetched from several
// jobs often lie there all the same, and a failure in one of them would be passed over.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isResultsFile, isStrayFile } from '../evidence/parse-results-file.ts'

export type Nested = { readonly name: string; readonly reason: string }

/** The first file that would have a say, in a folder of this name or behind a link to one; null where there is none. */
export function findNestedResults(folder: string, name: string): Nested | null {
  try {
    const names = readdirSync(join(folder, name)).toSorted()
    const first = names.find((file) => isResultsFile(file) || isStrayFile(file))
    return first === undefined
      ? null
      : { name: `${name}/${first}`, reason: 'in a folder within, where none is read' }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const isNoFolder = code === 'ENOTDIR' || code === 'ENOENT'
    return isNoFolder ? null : { name, reason: code }
  }
}
