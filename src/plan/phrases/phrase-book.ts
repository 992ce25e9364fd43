// Which step definitions fit a text, by Cucumber's own expressions, built from plain data.
import {
  CucumberExpression,
  ParameterType,
  ParameterTypeRegistry,
  RegularExpression,
  type Expression,
} from '@cucumber/cucumber-expressions'
import type { Definitions, StepDefinition } from './definitions.ts'

export type Phrase = {
  readonly definition: StepDefinition
  readonly expression: CucumberExpression | RegularExpression
  /** The whole of it as one regular expression. */
  readonly regexp: RegExp
}

export type PhraseBook = {
  readonly phrases: readonly Phrase[]
  readonly parameters: ParameterTypeRegistry
  /** Name of a parameter the project has defined → the file that does. */
  readonly parameterFiles: ReadonlyMap<string, string>
  /** None: the step is undefined. Several: it is ambiguous. */
  match(text: string): readonly Phrase[]
}

/** Every phrase, ready to be asked; an answer is worked out once for each text. */
export function makePhraseBook({ steps, parameters: defined }: Definitions): PhraseBook {
  const parameters = new ParameterTypeRegistry()
  for (const { name, regexps, useForSnippets, preferForRegexpMatch } of defined) {
    const type = new ParameterType(name, regexps, null, undefined, useForSnippets, preferForRegexpMatch)
    parameters.defineParameterType(type)
  }
  const phrases = steps.map((definition) => new LazyPhrase(definition, parameters))
  const known = new Map<string, readonly Phrase[]>()
  return {
    phrases,
    parameters,
    parameterFiles: new Map(defined.map(({ name, uri }) => [name, uri])),
    match(text) {
      const found = known.get(text) ?? phrases.filter((phrase) => phrase.fits(text))
      known.set(text, found)
      return found
    },
  }
}

/** An expression takes a third of a millisecond to compile, and one scenario needs few of hundreds. */
class LazyPhrase implements Phrase {
  readonly definition: StepDefinition
  readonly #parameters: ParameterTypeRegistry
  readonly #words: readonly string[]
  #expression: Phrase['expression'] | undefined

  constructor(definition: StepDefinition, parameters: ParameterTypeRegistry) {
    this.definition = definition
    this.#parameters = parameters
    this.#words = definition.flags === null ? listPlainWords(definition.pattern) : []
  }

  get expression(): Phrase['expression'] {
    return (this.#expression ??= makeExpression(this.definition, this.#parameters))
  }

  get regexp(): RegExp {
    return this.expression.regexp
  }

  fits(text: string): boolean {
    return this.#words.every((word) => text.includes(word)) && this.regexp.test(text)
  }
}

/** The words that every text of a Cucumber expression has: those that are no parameter, optional or alternative. */
function listPlainWords(pattern: string): string[] {
  if (pattern.includes('\\')) return []
  const words = pattern.match(/(?:[^\s{(]|\{[^}]*\}|\([^)]*\))+/g) ?? []
  return words.filter((word) => !/[{(/]/.test(word))
}

function makeExpression({ pattern, flags }: StepDefinition, parameters: ParameterTypeRegistry) {
  if (flags === null) return new CucumberExpression(pattern, parameters)
  // With `g` or `y` a regular expression would remember where the last text ended.
  return new RegularExpression(new RegExp(pattern, flags.replaceAll(/[gy]/g, '')), parameters)
}

/** What a text says at each place of a phrase that fits it. */
export function listArguments(expression: Expression, text: string): string[] {
  return (expression.match(text) ?? []).map(({ group }) => group.value ?? '')
}
