// Anything that a client is sent, before it is put into a form: Markdown, HTML and text are made of the same letter, so
// that none of them says more than another.
import type { Block } from './prose.ts'

export type LetterFact = {
  readonly name: string
  readonly value: string
  /** Beside the value, less loud. */
  readonly detail?: string
}

export type LetterItem = {
  readonly title: string
  /** Such as `Action required by 4 December 2026`. */
  readonly mark: string | null
  readonly blocks: readonly Block[]
}

export type LetterSection = { readonly title: string; readonly items: readonly LetterItem[] }

export type Letter = {
  /** Language tag, such as `en-GB`. */
  readonly language: string
  /** Who writes. */
  readonly provider: string
  readonly subject: string
  readonly title: string
  /** `act`: the reader has to do something; `gone`: what was announced will not be. */
  readonly tone: 'calm' | 'act' | 'gone'
  /** Paragraphs before everything else. */
  readonly lead: readonly string[]
  readonly facts: readonly LetterFact[]
  readonly sections: readonly LetterSection[]
  readonly footer: string
}
