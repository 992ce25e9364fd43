// What is wrong with the phrases themselves, rather than with those who use them.
import type { Catalogue, CataloguePhrase } from '../catalogue/catalogue.ts'
import type { Definitions } from '../phrases/definitions.ts'
import { makeFinding, type Found, type LintFinding, type LintRuleId } from './lint-finding.ts'

type Code = { readonly definitions: Definitions; readonly sources: ReadonlyMap<string, string> }

/** Phrases that nobody uses, that nobody has explained, and that can never fit. */
export function lintPhrases({ nouns }: Catalogue, { definitions, sources }: Code): LintFinding[] {
  const phrases = nouns.flatMap((noun) => noun.phrases)
  return [
    ...phrases.flatMap((phrase) => [
      ...tell('definitions-used', phrase, phrase.uses === 0 && 'No feature uses'),
      ...tell('phrases-explained', phrase, phrase.meaning === '' && 'No comment says what it means:'),
    ]),
    ...definitions.unusable.map(({ pattern, parameter }) => {
      const message = `"${pattern}" can never fit: nothing defines the parameter {${parameter}}.`
      const { file, line } = findPattern(pattern, sources)
      return makeFinding('definitions-usable', file, { line, message })
    }),
  ]
}

/** Cucumber does not say where it was; the text of the code does. */
function findPattern(pattern: string, sources: Code['sources']): { file: string; line: number } {
  for (const [file, text] of sources) {
    const index = text.split('\n').findIndex((line) => line.includes(pattern))
    if (index !== -1) return { file, line: index + 1 }
  }
  return { file: [...sources.keys()][0] ?? '', line: 1 }
}

function tell(
  rule: LintRuleId,
  { phrase, uri, line }: CataloguePhrase,
  words: string | false,
): LintFinding[] {
  const found: Found = { line, message: `${words || ''} "${phrase}".` }
  return words === false ? [] : [makeFinding(rule, uri, found)]
}
