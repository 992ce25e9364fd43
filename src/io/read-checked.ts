// Files that belong together are read together, so that whoever wrote them learns of every mistake at once.
import { existsSync } from 'node:fs'
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

/** A file that need not be there; without it `absent` is what it says. One that is nearly named so was meant to be read. */
export function readOptional<T>(place: Place, parse: Parse<T>, absent: T): Checked<T> {
  if (existsSync(resolve(place.cwd, place.file))) return readChecked(place, parse)
  const nearly = place.file.replace(/\.yaml$/, '.yml')
  if (nearly !== place.file && existsSync(resolve(place.cwd, nearly)))
    return { value: null, inputs: [], problems: [makeMisnamed(nearly, place.file)] }
  return { value: absent, inputs: [], problems: [] }
}

function makeMisnamed(nearly: string, file: string): Problem {
  const remedy = 'Rename the file: as it is named, nobody reads it.'
  return { file: nearly, path: '', expected: `the name ${file}`, received: nearly, remedy }
}
