// The languages that clients are written to in. Two ship; a file policy/texts/<lang>.yaml adds another or replaces one,
// and must say all of it, with the same things left open.
import { z } from 'zod'
import { parseYaml } from '../../release/parse-document.ts'
import type { Parsed } from '../../release/problem.ts'
import { de } from './de.ts'
import { en, type Texts } from './en.ts'

export type { Texts } from './en.ts'

/** By language. */
export type Languages = Readonly<Record<string, Texts>>

export const shippedLanguages: Languages = { en, de }

/** What a text of its key leaves open: `{version}`. */
function findBlanks(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted().join(' ')
}

function textLike(key: string, sample: string): z.ZodType<string> {
  if (key === 'locale') return z.string().refine(isLocale, 'a locale such as "fr-FR"')
  const blanks = findBlanks(sample)
  const expected = blanks === '' ? 'a text without {…}' : `a text with exactly ${blanks}`
  return z
    .string()
    .min(1)
    .refine((text) => findBlanks(text) === blanks, expected)
}

function isLocale(text: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(text).length > 0
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const entries = Object.entries(en).map(([key, sample]) => [key, textLike(key, sample)] as const)

/** policy/texts/<lang>.yaml */
export const textsSchema = z.strictObject(
  Object.fromEntries(entries) as { [key in keyof Texts]: z.ZodType<string> },
)

/** One language out of its file. */
export function parseTexts(source: { readonly file: string; readonly text: string }): Parsed<Texts> {
  return parseYaml(source, textsSchema)
}

/** A text with its blanks filled; in one go, so that what is filled in can hold no blank. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => values[name] ?? blank)
}
