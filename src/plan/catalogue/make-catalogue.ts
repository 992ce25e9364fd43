// Definitions, the features that use them and the comments beside them → the catalogue.
import { byText, compareTexts } from '../../release/by-text.ts'
import type { Feature } from '../parse-feature.ts'
import type { Definitions } from '../phrases/definitions.ts'
import { makePhraseBook, type Phrase, type PhraseBook } from '../phrases/phrase-book.ts'
import { readPhrase } from '../phrases/split-phrase.ts'
import type { Catalogue, CatalogueExample, CataloguePhrase, CataloguePlaces, Noun } from './catalogue.ts'
import { describeParameters } from './describe-parameters.ts'
import { findUses, type Use } from './find-uses.ts'
import { findAbout, findMeaning } from './parse-comments.ts'

export type CatalogueInput = {
  readonly definitions: Definitions
  readonly features: readonly Feature[]
  /** Text of every file that defines something, by its uri. */
  readonly sources: ReadonlyMap<string, string>
}

type Context = CatalogueInput & {
  readonly book: PhraseBook
  readonly uses: ReadonlyMap<Phrase, readonly Use[]>
}

/** Phrases by the file they stand in, in the order they stand there. */
export function makeCatalogue(input: CatalogueInput): Catalogue {
  const book = makePhraseBook(input.definitions)
  const context = { ...input, book, uses: findUses(input.features, book) }
  const files = Map.groupBy(book.phrases, ({ definition }) => definition.uri)
  const nouns = [...files].map(([uri, phrases]): Noun => {
    return {
      name: nameNoun(uri),
      about: findAbout(input.sources.get(uri) ?? ''),
      uri,
      phrases: phrases.map((phrase) => describePhrase(phrase, context)),
    }
  })
  return {
    schema: 'airlock.steps/1',
    nouns: nouns.toSorted(byText(({ name }) => name)),
    features: input.features.length,
  }
}

/** `steps/wallet.steps.ts` → `wallet`. */
function nameNoun(uri: string): string {
  return (uri.split('/').at(-1) ?? uri).replace(/(\.steps)?\.[cm]?[jt]s$/, '')
}

function describePhrase(phrase: Phrase, context: Context): CataloguePhrase {
  const { keyword, uri, line } = phrase.definition
  const uses = context.uses.get(phrase) ?? []
  return {
    keyword,
    phrase: readPhrase(phrase, context.book.parameters),
    meaning: findMeaning(context.sources.get(uri) ?? '', line),
    parameters: describeParameters({ phrase, uses }, context),
    example: chooseExample(uses),
    uses: new Set(uses.map(({ uri: file, line: at }) => `${file}:${at}`)).size,
    places: listPlaces(uses),
    uri,
    line,
  }
}

/** The shortest shows the phrase with the least beside it; of equals the first by name. */
function chooseExample(uses: readonly Use[]): CatalogueExample | null {
  const [best] = uses.toSorted((a, b) => {
    if (a.text.length !== b.text.length) return a.text.length - b.text.length
    return compareTexts(keyOf(a), keyOf(b))
  })
  if (!best) return null
  const { type, keyword, text, argument, uri, line } = best
  return { keyword: type === 'Unknown' ? keyword : type, text, argument, uri, line }
}

function keyOf({ text, uri, line }: Use): string {
  return `${text}\0${uri}\0${String(line).padStart(6, '0')}`
}

function listPlaces(uses: readonly Use[]): CataloguePlaces[] {
  const files = Map.groupBy(uses, ({ uri }) => uri)
  return [...files]
    .map(([uri, all]) => ({
      uri,
      lines: [...new Set(all.map(({ line }) => line))].toSorted((a, b) => a - b),
    }))
    .toSorted(byText(({ uri }) => uri))
}
