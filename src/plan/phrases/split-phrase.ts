// A phrase as words and places for values, so that it can be compared with what somebody wrote and shown to people.
// Optional letters and alternatives give several spellings of one phrase.
import {
  NodeType,
  type CucumberExpression,
  type Node,
  type ParameterTypeRegistry,
} from '@cucumber/cucumber-expressions'
import { listValues } from './list-values.ts'
import type { Phrase } from './phrase-book.ts'

/** A word, or a place for a value, perhaps with letters around it such as in `{customer}'s`. */
export type PhraseWord = {
  /** As people read it: `wallet`, `{customer}'s`. */
  readonly text: string
  /** What may stand there; null for a plain word. */
  readonly regexp: RegExp | null
  /** The values that may stand there, where they can be listed. */
  readonly values: readonly string[] | null
  /** Puts a value right where only a sign beside it is missing, such as `Annas` for `Anna's`; else it is null. */
  readonly mend: (written: string) => string | null
}

type Piece = { readonly text: string; readonly source: string; readonly slot: string | null }
type Spelling = readonly Piece[]

const mostSpellings = 8

/** A place for a value: `{customer}` has a name, a group of a regular expression has its text. */
export type PhraseSlot = { readonly name: string; readonly sources: readonly string[] }

/** The places for values, in the order of the values. */
export function listSlots(phrase: Phrase, parameters: ParameterTypeRegistry): PhraseSlot[] {
  const [pieces = []] = spellPhrase(phrase, parameters)
  return pieces.flatMap(({ slot, text, source }) => (slot === null ? [] : { name: text, sources: [source] }))
}

/** The phrase as people read it; a regular expression says it with fewer signs. */
export function readPhrase(phrase: Phrase, parameters: ParameterTypeRegistry): string {
  const { pattern, flags } = phrase.definition
  if (flags === null) return pattern
  return (spellPhrase(phrase, parameters)[0] ?? []).map(({ text }) => text).join('')
}

/** Every spelling of a phrase, word by word. */
export function splitPhrase(phrase: Phrase, parameters: ParameterTypeRegistry): PhraseWord[][] {
  return spellPhrase(phrase, parameters).slice(0, mostSpellings).map(splitWords)
}

function spellPhrase({ expression, definition }: Phrase, parameters: ParameterTypeRegistry): Spelling[] {
  if (definition.flags !== null) return [splitRegexp(definition.pattern)]
  // Without flags it is one.
  return spell((expression as CucumberExpression).ast, parameters)
}

function spell(node: Node, parameters: ParameterTypeRegistry): Spelling[] {
  const nodes = node.nodes ?? []
  if (node.type === NodeType.text) return [[plain(node.text())]]
  if (node.type === NodeType.parameter) return [[makeSlot(node.text(), parameters)]]
  if (node.type === NodeType.alternation) return nodes.flatMap((one) => spell(one, parameters))
  const whole = nodes.reduce<Spelling[]>(
    (begun, part) =>
      begun
        .flatMap((start) => spell(part, parameters).map((end) => [...start, ...end]))
        .slice(0, mostSpellings),
    [[]],
  )
  return node.type === NodeType.optional ? [...whole, []] : whole
}

function plain(text: string): Piece {
  return { text, source: RegExp.escape(text), slot: null }
}

function makeSlot(name: string, parameters: ParameterTypeRegistry): Piece {
  const sources = parameters.lookupByTypeName(name)?.regexpStrings ?? ['.*']
  return {
    text: `{${name}}`,
    source: sources.length === 1 ? (sources[0] ?? '') : sources.map((one) => `(?:${one})`).join('|'),
    slot: name,
  }
}

/** A regular expression as people read it: groups of words stay as they are, everything else that may vary is a place. */
function splitRegexp(pattern: string): Spelling {
  const inner = pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, '')
  // Groups within groups are beyond this; the whole is then one place.
  if (!/^(?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*$/.test(inner))
    return [{ text: inner, source: pattern, slot: inner }]
  return inner
    .split(/(\p{L}\?|\((?:[^()\\]|\\.)*\)|\\.[*+?]?|\[[^\]]*\][*+?]?|\.[*+?]?)/u)
    .flatMap((part, index) => {
      if (index % 2 === 0) return part === '' ? [] : [plain(part)]
      if (/^\\\W$/.test(part)) return [plain(part.slice(1))]
      if (/^\p{L}\?$/u.test(part)) return [{ text: `(${part.slice(0, -1)})`, source: part, slot: null }]
      return [{ text: readGroup(part), source: part, slot: readGroup(part) }]
    })
}

/** `(card|wallet number)` → the same; `(.+)` and `([A-Z][a-z]+)` → `…`. */
function readGroup(part: string): string {
  const words = part.replace(/^\((\?:)?/, '').replace(/\)$/, '')
  return part.startsWith('(') && /^[\p{L}\p{N} ,'|-]+$/u.test(words) ? `(${words})` : '…'
}

function splitWords(spelling: Spelling): PhraseWord[] {
  const words: Piece[][] = [[]]
  for (const piece of spelling) {
    const parts = piece.slot === null ? piece.text.split(/\s+/) : [piece.text]
    parts.forEach((part, index) => {
      if (index > 0) words.push([])
      if (part !== '') words.at(-1)?.push(part === piece.text ? piece : plain(part))
    })
  }
  return words.filter((word) => word.length > 0).map(joinWord)
}

function joinWord(pieces: readonly Piece[]): PhraseWord {
  const isPlain = pieces.every(({ slot }) => slot === null)
  const source = pieces.map((piece) => `(?:${piece.source})`).join('')
  return {
    text: pieces.map(({ text }) => text).join(''),
    regexp: isPlain ? null : new RegExp(`^${source}$`),
    values: isPlain || pieces.length > 1 ? null : listValues(pieces.map((piece) => piece.source)),
    mend: isPlain || pieces.length === 1 ? () => null : makeMender(pieces),
  }
}

function makeMender(pieces: readonly Piece[]): PhraseWord['mend'] {
  const sources = pieces.map(({ slot, source, text }, index) =>
    slot === null
      ? text.replaceAll(/[^\p{L}\p{N}]/gu, (sign) => `${RegExp.escape(sign)}?`)
      : `(?<v${index}>${source})`,
  )
  const loose = new RegExp(`^${sources.join('')}$`)
  return (written) => {
    const values = loose.exec(written)?.groups
    return values ? pieces.map(({ text }, index) => values[`v${index}`] ?? text).join('') : null
  }
}
