// People write YAML; a mistake in it must be pointed at by line and column, also when a schema found it.
import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document, type Scalar } from 'yaml'
import type { z } from 'zod'
import type { Parsed, Problem } from './problem.ts'

type Source = { readonly file: string; readonly text: string }
type Located = { readonly source: Source; readonly document: Document; readonly lines: LineCounter }

/** YAML text → a value the schema has checked, or every problem found, each with its place. */
export function parseYaml<S extends z.ZodType>(source: Source, schema: S): Parsed<z.output<S>> {
  const lines = new LineCounter()
  const document = parseDocument(source.text, { lineCounter: lines, uniqueKeys: true })
  const located = { source, document, lines }
  const mistakes = [...document.errors, ...document.warnings, ...findForbidden(document)]
  if (mistakes.length > 0) return { ok: false, problems: mistakes.map((e) => syntaxProblem(e, located)) }
  const plain = toPlain(located)
  if (!plain.ok) return plain
  const read = schema.safeParse(plain.value, { reportInput: true })
  if (read.success) return { ok: true, value: read.data }
  return { ok: false, problems: read.error.issues.flatMap((issue) => schemaProblems(issue, located)) }
}

type Mistake = { readonly message: string; readonly pos: readonly [number, number] }

/** What the language allows, and would be lost or lead nowhere when the values are read. */
function findForbidden(document: Document): Mistake[] {
  const found: Mistake[] = []
  const add = (message: string, range: readonly number[] | null | undefined): void => {
    found.push({ message, pos: [range?.[0] ?? 0, range?.[1] ?? 0] })
  }
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) === undefined) add(`nothing is named ${alias.source}`, alias.range)
    },
    Map: (_, { items }) => {
      for (const { key, reason } of findWrongKeys(items.map((item) => item.key)))
        add(reason, isNode(key) ? key.range : null)
    },
  })
  return found
}

/** Keys that would be others when they are read, or hide one another then: to YAML 2026 is not "2026". */
function findWrongKeys(keys: readonly unknown[]): { readonly key: unknown; readonly reason: string }[] {
  return keys.flatMap((key, at) => {
    if (!isScalar(key)) return [{ key, reason: 'a key that is no text' }]
    const name = nameKey(key)
    if (name === '__proto__') return [{ key, reason: 'a key that no object has' }]
    const twin = keys.slice(0, at).find((one) => isScalar(one) && nameKey(one) === name)
    // One that YAML itself takes for the same has been told of.
    const isTold = !isScalar(twin) || twin.value === key.value
    return isTold ? [] : [{ key, reason: `the key "${name}" once more, written otherwise` }]
  })
}

function nameKey({ value }: Scalar): string {
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value)
}

/** Aliases that multiply each other have been used to fill memory: such a document is none. */
function toPlain({ source, document }: Located): Parsed<unknown> {
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 50 }) as unknown }
  } catch (error) {
    const problem = {
      file: source.file,
      path: '',
      expected: 'few aliases',
      received: firstLine(error instanceof Error ? error.message : String(error)),
      remedy: 'Write the values out.',
    }
    return { ok: false, problems: [problem] }
  }
}

/** Where each path of a document stands, its key if it has one; nothing for those that are not there. */
export function makeLocator(source: Source): (path: readonly PropertyKey[]) => number | null {
  const lines = new LineCounter()
  const document = parseDocument(source.text, { lineCounter: lines })
  return (path) => {
    const offset = offsetOfKey(document, path)
    return offset === null ? null : lines.linePos(offset).line
  }
}

/** Where the value of each path of a document stands, or its nearest parent: for what is wrong between files. */
export function makePlacer(
  source: Source,
): (path: readonly PropertyKey[]) => { line: number; column: number } {
  const lines = new LineCounter()
  const document = parseDocument(source.text, { lineCounter: lines })
  return (path) => {
    const { line = 1, column = 1 } = placeOf(path, { source, document, lines })
    return { line, column }
  }
}

function syntaxProblem(error: Mistake, { source, lines }: Located): Problem {
  const { line, col } = lines.linePos(error.pos[0])
  return {
    file: source.file,
    path: '',
    line,
    column: col,
    expected: 'valid YAML',
    received: firstLine(error.message),
    remedy: 'Mend the syntax at this place.',
  }
}

function schemaProblems(issue: z.core.$ZodIssue, located: Located): Problem[] {
  const { file } = located.source
  const path = renderPath(issue.path)
  if (issue.code !== 'unrecognized_keys')
    return [
      {
        file,
        path,
        ...placeOf(issue.path, located),
        expected: expectedOf(issue),
        received: receivedOf(issue),
        remedy: remedyOf(issue),
      },
    ]
  const expected = 'only known keys'
  const remedy = 'Remove the unknown key or mend its spelling.'
  return issue.keys.map((key) => ({
    file,
    path,
    ...placeOfKey([...issue.path, key], located),
    expected,
    received: key,
    remedy,
  }))
}

function expectedOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `a value of type ${issue.expected}`
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`
  const [, kind = '', rest] = /^Too \w+: expected (\w+) to (?:be|have) (.*)$/.exec(issue.message) ?? []
  if (rest !== undefined) return `a ${sizes.get(kind) ?? kind} ${rest}`
  return issue.message
}

const sizes = new Map([
  ['string', 'text of'],
  ['array', 'list of'],
])

/** 2026.24 is a number to YAML, and 2026.10 would be another one than was meant. */
function remedyOf(issue: z.core.$ZodIssue): string {
  const isUnquoted =
    issue.code === 'invalid_type' && issue.expected === 'string' && typeof issue.input === 'number'
  return isUnquoted ? 'Put it in quotes.' : 'Correct the value.'
}

function receivedOf(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined) return 'nothing'
  // JSON has no word for them.
  if (typeof issue.input === 'number') return String(issue.input)
  return JSON.stringify(issue.input)?.slice(0, 120) ?? typeof issue.input
}

/** The node itself, else its nearest parent: a missing key has no place of its own. */
function placeOf(
  path: readonly PropertyKey[],
  { document, lines }: Located,
): { line?: number; column?: number } {
  for (let length = path.length; length >= 0; length--) {
    const node = findNode(document, path.slice(0, length))
    const range =
      node !== null && typeof node === 'object' && 'range' in node ? (node.range as [number]) : undefined
    if (range) return toPlace(lines.linePos(range[0]))
  }
  return {}
}

/** Where a key stands, and not its value; else its map. */
function placeOfKey(path: readonly PropertyKey[], located: Located): { line?: number; column?: number } {
  const { document, lines } = located
  const offset = offsetOfKey(document, path)
  return offset === null ? placeOf(path, located) : toPlace(lines.linePos(offset))
}

function offsetOfKey(document: Document, path: readonly PropertyKey[]): number | null {
  const parent = findNode(document, path.slice(0, -1))
  const key = path.at(-1)
  const pair = isMap(parent)
    ? parent.items.find((item) => isScalar(item.key) && item.key.value === key)
    : null
  return (isScalar(pair?.key) ? pair.key.range?.[0] : null) ?? null
}

/** A year is a number as a key of the document, and a name in the value. */
function findNode(document: Document, path: readonly PropertyKey[]): unknown {
  const asNumbers = path.map((key) => (typeof key === 'string' && /^\d+$/.test(key) ? Number(key) : key))
  return document.getIn(path, true) ?? document.getIn(asNumbers, true)
}

function toPlace({ line, col }: { line: number; col: number }): { line: number; column: number } {
  return { line, column: col }
}

function renderPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, '')
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text
}
