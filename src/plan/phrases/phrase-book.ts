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
  const phrases = steps.map((definition) => makePhrase(definition, parameters))
  const known = new Map<string, readonly Phrase[]>()
  return {
    phrases,
    parameters,
    parameterFiles: new Map(defined.map(({ name, uri }) => [name, uri])),
    match(text) {
      const found = known.get(text) ?? phrases.filter(({ regexp }) => regexp.test(text))
      known.set(text, found)
      return found
    },
  }
}

function makePhrase(definition: StepDefinition, parameters: ParameterTypeRegistry): Phrase {
  const { pattern, flags } = definition
  if (flags === null) {
    const expression = new CucumberExpression(pattern, parameters)
    return { definition, expression, regexp: expression.regexp }
  }
  // With `g` or `y` a regular expression would remember where the last text ended.
  const regexp = new RegExp(pattern, flags.replaceAll(/[gy]/g, ''))
  return { definition, expression: new RegularExpression(regexp, parameters), regexp }
}

/** What a text says at each place of a phrase that fits it. */
export function listArguments(expression: Expression, text: string): string[] {
  return (expression.match(text) ?? []).map(({ group }) => group.value ?? '')
}
