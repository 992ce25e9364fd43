// What may stand at a place of a phrase: the words where they can be listed, else what it is and what features give it.
import type { Definitions } from '../phrases/definitions.ts'
import { listValues } from '../phrases/list-values.ts'
import { listArguments, type Phrase, type PhraseBook } from '../phrases/phrase-book.ts'
import { listSlots, type PhraseSlot } from '../phrases/split-phrase.ts'
import type { CatalogueParameter } from './catalogue.ts'
import type { Use } from './find-uses.ts'
import { findMeaning } from './parse-comments.ts'

type Context = {
  readonly definitions: Definitions
  readonly sources: ReadonlyMap<string, string>
  readonly book: PhraseBook
}

/** Those of Cucumber itself, in plain words. */
const builtIn: Readonly<Record<string, string>> = {
  int: 'a whole number',
  float: 'a number, with a point if need be',
  word: 'one word',
  string: 'text in quotes',
  double: 'a number, with a point if need be',
  bigdecimal: 'a number, with a point if need be',
  byte: 'a whole number',
  short: 'a whole number',
  long: 'a whole number',
  biginteger: 'a whole number',
  '': 'any text',
}

const mostSeen = 6

/** The places of a phrase; two of one name are told once. */
export function describeParameters(
  { phrase, uses }: { phrase: Phrase; uses: readonly Use[] },
  context: Context,
): CatalogueParameter[] {
  const given = uses.map(({ text }) => listArguments(phrase.expression, text))
  const slots = listSlots(phrase, context.book.parameters).map((slot, index) => {
    return { ...slot, seen: given.map((values) => values[index] ?? '') }
  })
  return [...Map.groupBy(slots, ({ name }) => name).values()].flatMap((alike) => {
    const [first] = alike
    if (!first) return []
    const values = listValues(first.sources)
    const seen = values ? [] : listSeen(alike.flatMap((slot) => slot.seen))
    return { name: first.name, about: aboutOf(first, context), values, seen }
  })
}

function aboutOf({ name }: PhraseSlot, { definitions, sources }: Context): string {
  const bare = name.replace(/^\{(.*)\}$/, '$1')
  const own = definitions.parameters.find((parameter) => parameter.name === bare)
  if (own) return findMeaning(sources.get(own.uri) ?? '', own.line)
  if (!name.startsWith('{')) return name.startsWith('(') ? 'one of these' : 'any text'
  return builtIn[bare] ?? ''
}

function listSeen(values: readonly string[]): string[] {
  return [...new Set(values)]
    .filter((value) => value !== '')
    .toSorted()
    .slice(0, mostSeen)
}
