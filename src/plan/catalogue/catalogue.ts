// Everything that can be said in a scenario, for the people who write them.
import type { StepDefinition } from '../phrases/definitions.ts'

/** What `airlock steps --json` prints. */
export type Catalogue = {
  readonly schema: 'airlock.steps/1'
  /** Sorted by name. */
  readonly nouns: readonly Noun[]
  /** How many features were looked through for examples. */
  readonly features: number
}

/** A file of steps, named for what they are about. */
export type Noun = {
  readonly name: string
  readonly about: string
  readonly uri: string
  readonly phrases: readonly CataloguePhrase[]
}

export type CataloguePhrase = {
  readonly keyword: StepDefinition['keyword']
  readonly phrase: string
  /** In the words of the business; empty where nobody has written it yet. */
  readonly meaning: string
  readonly parameters: readonly CatalogueParameter[]
  /** The shortest use; null where nobody uses the phrase. */
  readonly example: CatalogueExample | null
  /** Lines of features that say it. */
  readonly uses: number
  readonly places: readonly CataloguePlaces[]
  readonly uri: string
  readonly line: number
}

export type CatalogueParameter = {
  /** `{status}`, or the words of a choice: `(card|wallet number)`. */
  readonly name: string
  readonly about: string
  /** All values there are, or null where they cannot be listed. */
  readonly values: readonly string[] | null
  /** Some values that features give it. */
  readonly seen: readonly string[]
}

export type CatalogueExample = {
  readonly keyword: string
  readonly text: string
  /** The table or text below the step, line by line. */
  readonly argument: readonly string[]
  readonly uri: string
  readonly line: number
}

/** One feature, and the lines of it. */
export type CataloguePlaces = { readonly uri: string; readonly lines: readonly number[] }
