// The text of a file that a person named. Apart from the other readers, because the gate must start quickly and needs
// no parser of features.
import { isUtf8 } from 'node:buffer'
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Input } from '../evidence/evidence.ts'
import { ConfigurationError, type Parsed, type Problem } from '../release/problem.ts'

/** The text, or a ConfigurationError that says why there is none. `file` is relative to `cwd` or absolute. */
export function readNamedText(cwd: string, file: string): string {
  const bytes = readBytes(cwd, file)
  if (isUtf8(bytes)) return bytes.toString('utf8')
  throw new ConfigurationError([makeMisread(file, bytes)])
}

function readBytes(cwd: string, file: string): Buffer {
  try {
    return readFileSync(resolve(cwd, file))
  } catch (error) {
    throw new ConfigurationError([makeUnreadable(file, error)], { cause: error })
  }
}

/** Letters of another encoding would become question marks in names and phrases, and be lost where a file is written. */
function makeMisread(file: string, bytes: Buffer): Problem {
  const lines = bytes.toString('latin1').split('\n')
  const line = lines.findIndex((text) => !isUtf8(Buffer.from(text, 'latin1'))) + 1
  return {
    file,
    path: '',
    line,
    expected: 'text in UTF-8',
    received: 'bytes that are no UTF-8',
    remedy: 'Save it as UTF-8.',
  }
}

/** A text that was read, as an input of the verdict. */
export function describeText(path: string, text: string): Input {
  return { path, bytes: Buffer.byteLength(text), sha256: hash('sha256', text) }
}

/** What is wrong with a file or folder that cannot be read. */
export function makeUnreadable(file: string, error: unknown): Problem {
  const received = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return { file, path: '', expected: 'a file that can be read', received, remedy: 'Check the path.' }
}

/** The value, or a ConfigurationError with every problem. */
export function requireValue<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new ConfigurationError(parsed.problems)
  return parsed.value
}
