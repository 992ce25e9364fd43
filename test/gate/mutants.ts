// Real result files with something done to them, as damage does it and as somebody would who wants to fool the gate:
// bytes that are flipped, cut, moved or written in another encoding, and values replaced by others.
import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isResultsFile } from '../../src/evidence/parse-results-file.ts'

export type SourceFile = { readonly name: string; readonly bytes: Buffer }
type Change = (bytes: Buffer) => Buffer

/** Larger ones would only be slower to spoil. */
const largestBytes = 20_000

/** Every result, container, globals and check file of the folders below. */
export function readSources(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isResultsFile(entry.name))
    .map(({ name, parentPath }) => ({ name, bytes: readFileSync(join(parentPath, name)) }))
    .filter(({ bytes }) => bytes.length > 0 && bytes.length <= largestBytes)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** One of the files with one to three changes. */
export function makeMutants(sources: readonly SourceFile[]): fc.Arbitrary<SourceFile> {
  return fc
    .tuple(fc.constantFrom(...sources), fc.array(changes, { minLength: 1, maxLength: 3 }))
    .map(([{ name, bytes }, made]) => ({ name, bytes: made.reduce((last, change) => change(last), bytes) }))
}

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const at = (bytes: Buffer, part: number): number => Math.floor(bytes.length * part)

const odd = [
  'null',
  'true',
  '-1',
  '1e309',
  '0',
  '""',
  '[]',
  '{}',
  '[null]',
  '[[[[]]]]',
  '"\\u0000"',
  '"\\ud800"',
  '{"__proto__":{}}',
  '"passed"',
  '"PASSED"',
  '9007199254740993',
  '"../../etc/passwd"',
  '[{}]',
  '{"name":null}',
]

const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 24,
    arbitrary: fc.tuple(place, fc.constantFrom(...odd)).map(([part, text]) => replaceValue(part, text)),
  },
  { weight: 2, arbitrary: fc.tuple(place, fc.nat(255)).map(([part, byte]) => flip(part, byte)) },
  fc.tuple(place, fc.nat(200)).map(([part, length]) => leaveOut(part, length)),
  fc.tuple(place, fc.nat(200)).map(([part, length]) => repeat(part, length)),
  place.map(
    (part): Change =>
      (bytes) =>
        bytes.subarray(0, at(bytes, part)),
  ),
  fc.tuple(place, fc.nat(5000)).map(([part, depth]) => nest(part, depth)),
  fc.constantFrom<Change>(
    (bytes) => Buffer.from(`\ufeff${bytes.toString()}`),
    (bytes) => Buffer.from(bytes.toString(), 'utf16le'),
    (bytes) => Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le'),
    (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
    (bytes) => Buffer.concat([bytes, bytes]),
  ),
)

/** The value after one of its colons, as far as its end can be told without reading it. */
function replaceValue(part: number, text: string): Change {
  return (bytes) => {
    const whole = bytes.toString('latin1')
    const colon = whole.indexOf(':', at(bytes, part))
    if (colon < 0) return bytes
    const rest = whole.slice(colon + 1).replace(/^\s*("(?:[^"\\]|\\.)*"|[^,}\]]*)/, text)
    return Buffer.from(whole.slice(0, colon + 1) + rest, 'latin1')
  }
}

function flip(part: number, byte: number): Change {
  return (bytes) => {
    const spoilt = Buffer.from(bytes)
    if (spoilt.length > 0) spoilt[at(bytes, part)] = byte
    return spoilt
  }
}

function leaveOut(part: number, length: number): Change {
  return (bytes) => {
    const start = at(bytes, part)
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + length)])
  }
}

function repeat(part: number, length: number): Change {
  return (bytes) => {
    const start = at(bytes, part)
    return Buffer.concat([bytes.subarray(0, start + length), bytes.subarray(start)])
  }
}

/** Brackets without end have brought down readers that call themselves. */
function nest(part: number, depth: number): Change {
  return (bytes) => {
    const start = at(bytes, part)
    return Buffer.concat([bytes.subarray(0, start), Buffer.from('['.repeat(depth)), bytes.subarray(start)])
  }
}
