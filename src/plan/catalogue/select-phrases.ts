// The part of the catalogue that somebody asks for by a few words.
import { findNearWord } from '../phrases/compare-words.ts'
import type { Catalogue, CataloguePhrase, Noun } from './catalogue.ts'

/** Phrases in which every word begins somewhere; all of them when no word is given. */
export function selectPhrases(catalogue: Catalogue, words: readonly string[]): Catalogue {
  const wanted = splitWords(words.join(' '))
  const nouns = catalogue.nouns.map((noun) => {
    const phrases = noun.phrases.filter((phrase) => hasAll(textOf(phrase, noun), wanted))
    return { ...noun, phrases }
  })
  return { ...catalogue, nouns: nouns.filter(({ phrases }) => phrases.length > 0) }
}

/** The words with those that stand in no phrase mended; null where even then nothing would be found. */
export function mendWords(catalogue: Catalogue, words: readonly string[]): string[] | null {
  const texts = catalogue.nouns.flatMap((noun) => noun.phrases.map((phrase) => textOf(phrase, noun)))
  const known = new Set(texts.flatMap(splitWords))
  const wanted = splitWords(words.join(' '))
  const mended = wanted.map((word) =>
    texts.some((text) => hasAll(text, [word])) ? word : (findNearWord(word, known) ?? word),
  )
  return texts.some((text) => hasAll(text, mended)) ? mended : null
}

function splitWords(text: string): string[] {
  return fold(text).split(' ').filter(Boolean)
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
