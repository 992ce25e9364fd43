// What somebody may have meant who wrote a step that nobody has defined. Phrases are compared word by word and letter
// by letter, in order and out of it; a place for a value takes whatever stands there, gladly where it fits.
import { compareTexts } from '../../release/by-text.ts'
import { alignPhrase, type Weighed } from './align-phrase.ts'
import { makeComparer, type Compare } from './compare-words.ts'
import type { StepDefinition } from './definitions.ts'
import type { Phrase, PhraseBook } from './phrase-book.ts'
import { splitPhrase, type PhraseWord } from './split-phrase.ts'

export type NearPhrase = {
  readonly definition: StepDefinition
  /** The phrase with the values that the text gives; what it does not give stays a `{name}`. */
  readonly filled: string
  /** What may stand at those `{name}`s. */
  readonly open: readonly { readonly name: string; readonly values: readonly string[] | null }[]
  /** 1: the same. */
  readonly likeness: number
}

export type NearFinder = (text: string, keyword: StepDefinition['keyword']) => readonly NearPhrase[]

type Written = readonly Weighed<string>[]
type Spelling = {
  readonly phrase: Phrase
  readonly words: readonly Weighed<PhraseWord>[]
  /** Those of its words that are no places. */
  readonly plain: Written
}

/** How many are told. */
const most = 3
/** How many are compared word by word. */
const mostLikely = 40
const leastLikeness = 0.3
// Tried on every step of a suite misspelt at random, and on fifty said otherwise.
const inOrderShare = 0.6
const sameKeywordBonus = 0.07
const weightOfSlot = 0.6

/** A finder for one book; the weights of its words are worked out once. */
export function makeNearFinder(book: PhraseBook): NearFinder {
  const compare = makeComparer()
  const split = book.phrases.flatMap((phrase) =>
    splitPhrase(phrase, book.parameters).map((words) => ({ phrase, words })),
  )
  const weigh = makeWeights(split, compare)
  const spellings = split.map(({ phrase, words }) => makeSpelling(phrase, words, weigh))
  return (text, keyword) => {
    const written = splitText(text).map((word) => ({ word, weight: weigh(word) }))
    const best = new Map<Phrase, NearPhrase>()
    for (const { spelling, inAnyOrder } of selectLikely(spellings, written, compare)) {
      const { definition } = spelling.phrase
      const bonus = definition.keyword === keyword ? sameKeywordBonus : 0
      const near = measure(written, { spelling, inAnyOrder, bonus }, compare)
      if (near.likeness > (best.get(spelling.phrase)?.likeness ?? leastLikeness))
        best.set(spelling.phrase, near)
    }
    return [...best.values()].toSorted(byLikeness).slice(0, most)
  }
}

type Likely = { readonly spelling: Spelling; readonly inAnyOrder: number }

/** Those that have the most words in common: only they are worth being looked at word by word. */
function selectLikely(spellings: readonly Spelling[], written: Written, compare: Compare): Likely[] {
  return spellings
    .map((spelling) => ({ spelling, inAnyOrder: compareBags(written, spelling, compare) }))
    .toSorted((a, b) => b.inAnyOrder - a.inAnyOrder)
    .slice(0, mostLikely)
}

function byLikeness(a: NearPhrase, b: NearPhrase): number {
  return b.likeness - a.likeness || compareTexts(a.definition.pattern, b.definition.pattern)
}

type Weigh = (word: string) => number

type Split = { readonly phrase: Phrase; readonly words: readonly PhraseWord[] }

/** A word that few phrases have says more than one that many have: "merged" more than "is". */
function makeWeights(split: readonly Split[], compare: Compare): Weigh {
  const plain = split.flatMap(({ phrase, words }) =>
    words.flatMap(({ text, regexp }) => (regexp === null ? { word: text.toLowerCase(), phrase } : [])),
  )
  const uses = Map.groupBy(plain, ({ word }) => word)
  const counts = [...uses].map(
    ([word, all]) => [word, new Set(all.map(({ phrase }) => phrase)).size] as const,
  )
  const total = new Set(split.map(({ phrase }) => phrase)).size
  const known = new Map(counts.map(([word, count]) => [word, rarity(count, total)]))
  return (word) => {
    const key = word.toLowerCase()
    const weight = known.get(key) ?? weightOfNearest(key, known, compare)
    known.set(key, weight)
    return weight
  }
}

function rarity(count: number, total: number): number {
  return 0.15 + 0.85 * (Math.log((total + 1) / count) / Math.log(total + 1))
}

const weightOfUnknown = 0.6

function weightOfNearest(word: string, known: ReadonlyMap<string, number>, compare: Compare): number {
  let best = { likeness: 0.7, weight: weightOfUnknown }
  for (const [other, weight] of known) {
    const likeness = compare(word, other)
    if (likeness > best.likeness) best = { likeness, weight }
  }
  return best.weight
}

/** Words of a step; what stands in quotes is one of them. */
function splitText(text: string): string[] {
  return text.match(/"[^"]*"|'[^']*'(?=\s|$)|[^\s"]+/g) ?? []
}

function makeSpelling(phrase: Phrase, words: readonly PhraseWord[], weigh: Weigh): Spelling {
  const weighed = words.map((word) => ({ word, weight: word.regexp ? weightOfSlot : weigh(word.text) }))
  const plain = weighed.flatMap(({ word, weight }) => (word.regexp ? [] : { word: word.text, weight }))
  return { phrase, words: weighed, plain }
}

function measure(
  written: Written,
  { spelling, inAnyOrder, bonus }: Likely & { readonly bonus: number },
  compare: Compare,
): NearPhrase {
  const { likeness, filled, open } = alignPhrase({ words: written, phrase: spelling.words }, compare)
  return {
    definition: spelling.phrase.definition,
    likeness: inOrderShare * likeness + (1 - inOrderShare) * inAnyOrder + bonus,
    filled,
    open: open.map(({ text: name, values }) => ({ name, values })),
  }
}

/** How many of the words, by weight, each side finds on the other, wherever they stand. */
function compareBags(written: Written, { plain }: Spelling, compare: Compare): number {
  return (shareFound(plain, written, compare) + shareFound(written, plain, compare)) / 2
}

function shareFound(wanted: Written, among: Written, compare: Compare): number {
  const whole = wanted.reduce((sum, { weight }) => sum + weight, 0)
  const found = wanted.reduce((sum, { word, weight }) => sum + weight * nearest(word, among, compare), 0)
  return whole === 0 ? 0 : found / whole
}

function nearest(word: string, among: Written, compare: Compare): number {
  const likeness = Math.max(0, ...among.map((other) => compare(word, other.word)))
  return likeness < 0.6 ? 0 : likeness
}
