// What the three forms of the catalogue have in common: what is worth telling of a phrase, and how it is counted.
import type { CatalogueParameter, Noun } from '../plan/catalogue/catalogue.ts'
import { byText } from '../release/by-text.ts'

/** Places to be filled in: `{name}`, `(one|other)` and `…` are the odd parts. */
export function splitPlaces(phrase: string): string[] {
  return phrase.split(/(\{[^}]*\}|\([^)]*\|[^)]*\)|…)/)
}

/** What can be listed, and what only features tell; everything else is told once, for all phrases. */
export function isWorthTelling({ name, values, seen }: CatalogueParameter): boolean {
  return values !== null || (seen.length > 0 && ['{word}', '…', '{}'].includes(name))
}

/** Everything that stands in braces somewhere, each once, by name. */
export function listBraces(nouns: readonly Noun[]): CatalogueParameter[] {
  const all = nouns.flatMap(({ phrases }) => phrases.flatMap(({ parameters }) => parameters))
  const named = all.filter(({ name }) => name.startsWith('{')).map((one) => [one.name, one] as const)
  return [...new Map(named).values()].toSorted(byText(({ name }) => name))
}

export function countPhrases(nouns: readonly Noun[]): number {
  return nouns.reduce((sum, { phrases }) => sum + phrases.length, 0)
}

export const usedNowhere = 'used nowhere'
