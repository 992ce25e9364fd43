// `Scenaro:` above the first scenario is a description to Gherkin, and so are the steps below it: a scenario that nobody
// plans is missed by nobody. Prose is not followed by steps.
import { dialects } from '@cucumber/gherkin'
import type { Problem } from '../release/problem.ts'
import { findMeantKeyword } from './lint/rules/keywords-spelt.ts'
import { listDescription, listNodes } from './lint/list-nodes.ts'
import type { Feature } from './parse-feature.ts'
import type { PhraseBook } from './phrases/phrase-book.ts'

type Line = { readonly text: string; readonly line: number }

/** A problem for each misspelt keyword of a description that has steps below it. */
export function findLostScenarios({ uri, text, document }: Feature): Problem[] {
  const language = document.feature?.language ?? 'en'
  const lines = text.split('\n')
  return listNodes(document)
    .map((node) => listDescription(node, lines))
    .flatMap((all) => all.filter((_, at) => isStep(all[at + 1], language)))
    .flatMap((line) => {
      const meant = findMeantKeyword(line.text, { language, book: null })
      return meant === null ? [] : [explain(uri, line, { meant: meant.keyword, lines })]
    })
}

/** The same of steps: `Givn Anna is a customer` below `Scenario:` is prose as well, and what follows runs without it. */
export function findLostSteps({ uri, text, document }: Feature, book: PhraseBook): Problem[] {
  const language = document.feature?.language ?? 'en'
  const lines = text.split('\n')
  return listNodes(document)
    .filter(({ kind }) => kind === 'scenario' || kind === 'background')
    .flatMap((node) => listDescription(node, lines))
    .flatMap((line) => {
      // Without the phrases no line is known for a step.
      const isBlock = findMeantKeyword(line.text, { language, book: null }) !== null
      const meant = isBlock ? null : findMeantKeyword(line.text, { language, book })
      return meant === null ? [] : [explain(uri, line, { meant: meant.keyword, lines })]
    })
}

function isStep(line: Line | undefined, language: string): boolean {
  const dialect = dialects[language] ?? dialects['en']
  if (line === undefined || !dialect) return false
  const { given, when, then: outcome, and, but } = dialect
  return [given, when, outcome, and, but].flat().some((keyword) => line.text.startsWith(keyword))
}

type Found = { readonly meant: string; readonly lines: readonly string[] }

function explain(file: string, { text, line }: Line, { meant, lines }: Found): Problem {
  return {
    file,
    path: '',
    line,
    column: (lines[line - 1] ?? '').search(/\S/) + 1,
    expected: 'valid Gherkin',
    received: `"${text}", which is a description`,
    remedy: `Write "${meant}".`,
  }
}
