// The part of the catalogue that somebody asks for by a few words.
import type { Catalogue, CataloguePhrase, Noun } from './catalogue.ts'

/** Phrases in which every word begins somewhere; all of them when no word is given. */
export function selectPhrases(catalogue: Catalogue, words: readonly string[]): Catalogue {
  const wanted = words.flatMap((word) => fold(word).split(' ')).filter(Boolean)
  const nouns = catalogue.nouns.map((noun) => {
    const phrases = noun.phrases.filter((phrase) => hasAll(textOf(phrase, noun), wanted))
    return { ...noun, phrases }
  })
  return { ...catalogue, nouns: nouns.filter(({ phrases }) => phrases.length > 0) }
}

function textOf({ keyword, phrase, meaning, example, parameters }: CataloguePhrase, { name }: Noun): string {
  const values = parameters.flatMap((parameter) => parameter.values ?? [])
  const text = [name, keyword, phrase, meaning, example?.text, ...values].join(' ')
  return ` ${fold(text)}`
}

/** Letters and digits only: "Anna's" is found by "annas", "e-mail" by "mail". */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(` ${word}`))
}
