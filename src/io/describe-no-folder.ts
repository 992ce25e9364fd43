// What lies where somebody named a folder: every command that is given one says the same of what is none.
import { statSync } from 'node:fs'

/** Null where it is a folder. */
export function describeNoFolder(path: string): string | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found?.isDirectory()) return null
    return found ? 'a file' : 'nothing of that name'
  } catch (error) {
    // Links in a circle, a name that is too long, or a folder around it that may not be looked into.
    if (error instanceof Error && 'code' in error) return String(error.code)
    throw error
  }
}
