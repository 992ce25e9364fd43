// Lays what somebody wrote beside a phrase, word by word, at the least cost: words changed, left out or added, and
// values of one or more words put into the places that take them.
import type { Compare } from './compare-words.ts'
import type { PhraseWord } from './split-phrase.ts'

export type Weighed<T> = { readonly word: T; readonly weight: number }
export type Alignment = {
  /** 1: the same; 0: nothing fits. */
  readonly likeness: number
  /** The phrase with the values that were found. */
  readonly filled: string
  /** Places that no value was found for. */
  readonly open: readonly PhraseWord[]
}

type Sides = { readonly words: readonly Weighed<string>[]; readonly phrase: readonly Weighed<PhraseWord>[] }

/** `words` are what was written, `phrase` is what could be meant. */
export function alignPhrase({ words, phrase }: Sides, compare: Compare): Alignment {
  const table = fillTable({ words, phrase }, compare)
  const cost = table.at(-1)?.at(-1)?.cost ?? 0
  const whole = sumWeights(words) + sumWeights(phrase)
  const parts = traceBack(table, phrase)
  return {
    likeness: whole === 0 ? 1 : 1 - cost / whole,
    filled: parts.map(({ text }) => text).join(' '),
    open: parts.flatMap(({ text, word }) => (word.regexp && text === word.text ? word : [])),
  }
}

/** The cheapest way to a point, how many words it took last, and what became of the phrase's word. */
type Way = { readonly cost: number; readonly taken: number; readonly used: boolean; readonly text: string }
type Table = readonly (readonly Way[])[]

/** One row for each word of the phrase, one column for each word that was written. */
function fillTable({ words, phrase }: Sides, compare: Compare): Table {
  const table: Way[][] = [startTable(words)]
  for (const part of phrase) table.push(fillRow(part, { words, above: table.at(-1) ?? [], compare }))
  return table
}

type Given = {
  readonly words: readonly Weighed<string>[]
  readonly above: readonly Way[]
  readonly compare: Compare
}

function fillRow(part: Weighed<PhraseWord>, given: Given): Way[] {
  const row: Way[] = []
  for (let column = 0; column <= given.words.length; column++) {
    const last = given.words[column - 1]
    const added = last ? [addWord(row[column - 1], last)] : []
    const ways = [leaveOut(given.above[column], part), ...takeWords({ ...given, column }, part), ...added]
    row.push(ways.reduce((best, way) => (way.cost < best.cost ? way : best)))
  }
  return row
}

/** Words before the phrase has begun. */
function startTable(words: readonly Weighed<string>[]): Way[] {
  let cost = 0
  const ways = words.map(({ weight }) => ({ cost: (cost += weight), taken: 1, used: false, text: '' }))
  return [{ cost: 0, taken: 0, used: false, text: '' }, ...ways]
}

function leaveOut(above: Way | undefined, { word, weight }: Weighed<PhraseWord>): Way {
  return { cost: (above?.cost ?? 0) + weight, taken: 0, used: true, text: word.text }
}

function addWord(before: Way | undefined, { weight }: Weighed<string>): Way {
  return { cost: (before?.cost ?? 0) + weight, taken: 1, used: false, text: '' }
}

type Place = Given & { readonly column: number }

const longestValue = 10

function* takeWords(
  { words, above, column, compare }: Place,
  { word, weight }: Weighed<PhraseWord>,
): Generator<Way> {
  const most = Math.min(column, word.regexp ? longestValue : 1)
  for (let taken = 1; taken <= most; taken++) {
    const part = words.slice(column - taken, column)
    const before = above[column - taken]?.cost ?? 0
    const text = part.map((one) => one.word).join(' ')
    if (word.regexp)
      yield takeValue(text, word, { before, taken, compare, weight: sumWeights(part.slice(1)) })
    else
      yield {
        cost: before + (weight + sumWeights(part)) * unlikeness(compare(text, word.text)),
        ...plain(word),
      }
  }
}

function plain({ text }: PhraseWord): Omit<Way, 'cost'> {
  return { taken: 1, used: true, text }
}

/** Words that have little in common are not the same word misspelt. */
function unlikeness(likeness: number): number {
  return likeness < 0.5 ? 1 : 1 - likeness
}

const leastLikeness = 0.6
const costOfSign = 0.1
const costOfWrongValue = 0.5
const shareOfFurtherWords = { fitting: 0.15, wrong: 0.7 }

/** `weight` is that of the words after the first: a value of many words must be a good one. */
type Taking = {
  readonly before: number
  readonly taken: number
  readonly weight: number
  readonly compare: Compare
}

function takeValue(text: string, word: PhraseWord, { before, taken, weight, compare }: Taking): Way {
  // Where anything may stand, few words are likelier than many.
  if (word.regexp?.test(text) === true)
    return { cost: before + shareOfFurtherWords.fitting * weight, taken, used: true, text }
  const mended = taken === 1 ? word.mend(text) : null
  if (mended !== null) return { cost: before + costOfSign, taken, used: true, text: mended }
  // A value that is nearly one of those there are was meant to be that one.
  const [value, likeness] = findNearest(text, word.values ?? [], compare)
  if (value !== '') return { cost: before + 1 - likeness, taken, used: true, text: value }
  return {
    cost: before + costOfWrongValue + shareOfFurtherWords.wrong * weight,
    taken,
    used: true,
    text: word.text,
  }
}

function findNearest(text: string, values: readonly string[], compare: Compare): [string, number] {
  return values.reduce<[string, number]>(
    (best, value) => (compare(text, value) > best[1] ? [value, compare(text, value)] : best),
    ['', leastLikeness],
  )
}

type Part = { readonly text: string; readonly word: PhraseWord }

/** What became of each word of the phrase on the cheapest way. */
function traceBack(table: Table, phrase: readonly Weighed<PhraseWord>[]): Part[] {
  const parts: Part[] = []
  let row = phrase.length
  let column = (table[0]?.length ?? 1) - 1
  while (row > 0) {
    const [way, word] = [table[row]?.[column], phrase[row - 1]?.word]
    if (!way || !word) throw new Error('The way leads out of the table')
    if (way.used) {
      parts.unshift({ text: way.text, word })
      row -= 1
    }
    column -= way.taken
  }
  return parts
}

function sumWeights(words: readonly { readonly weight: number }[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0)
}
