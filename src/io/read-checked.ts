// Files that belong together are read together, so that whoever wrote them learns of every mistake at once.
import { lstatSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Input } from '../evidence/evidence.ts'
import { ConfigurationError, type Parsed, type Problem } from '../release/problem.ts'
import { describeText, readNamedText } from './read-text.ts'

/** What was read, the files it came from, and what is wrong with them; no value where something is. */
export type Checked<T> = {
  readonly value: T | null
  readonly inputs: readonly Input[]
  readonly problems: readonly Problem[]
}

type Place = { readonly cwd: string; readonly file: string }
type Parse<T> = (source: { readonly file: string; readonly text: string }) => Parsed<T>

/** A file that must be there. */
export function readChecked<T>({ cwd, file }: Place, parse: Parse<T>): Checked<T> {
  try {
    const text = readNamedText(cwd, file)
    const parsed = parse({ file, text })
    const inputs = [describeText(file, text)]
    return parsed.ok
      ? { value: parsed.value, inputs, problems: [] }
      : { value: null, inputs, problems: parsed.problems }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return { value: null, inputs: [], problems: error.problems }
  }
}

/** A file that need not be there; without it `absent` is what it says. One that was meant is not left out. */
export function readOptional<T>(place: Place, parse: Parse<T>, absent: T): Checked<T> {
  const { cwd, file } = place
  if (isThere(place)) return readChecked(place, parse)
  const other = file.replace(/\.yaml$/, '.yml')
  const isMeant = other !== file && isThere({ cwd, file: other })
  return isMeant
    ? { value: null, inputs: [], problems: [makeMisnamed(other, file)] }
    : { value: absent, inputs: [], problems: [] }
}

/** Also a link that leads nowhere: what it led to cannot be told. What cannot be looked at is told by whoever reads it. */
function isThere({ cwd, file }: Place): boolean {
  try {
    return lstatSync(resolve(cwd, file), { throwIfNoEntry: false }) !== undefined
  } catch {
    return true
  }
}

/** A file that was meant, under a name that nobody reads. */
export function makeMisnamed(file: string, name: string): Problem {
  const remedy = 'Rename it: under another name it is not read.'
  return { file, path: '', expected: `the name ${name}`, received: file, remedy }
}
