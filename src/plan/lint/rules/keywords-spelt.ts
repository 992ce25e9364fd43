// `Scenaro:` is no mistake to Gherkin: the line becomes part of a description, and its steps with it. Nothing runs and
// nothing fails.
import { dialects, type Dialect } from '@cucumber/gherkin'
import { compareWords } from '../../phrases/compare-words.ts'
import type { PhraseBook } from '../../phrases/phrase-book.ts'
import type { Found } from '../lint-finding.ts'
import type { LintRule } from '../lint-rule.ts'
import { listDescription, listNodes } from '../list-nodes.ts'

const leastLikeness = 0.75

export const keywordsSpelt: LintRule = {
  id: 'keywords-spelt',
  find: ({ document, text }, { book }) => {
    const lines = text.split('\n')
    const language = document.feature?.language ?? 'en'
    return listNodes(document)
      .flatMap((node) => listDescription(node, lines))
      .flatMap(({ text: line, line: number }) => {
        const meant = findMeantKeyword(line, { language, book })
        return meant === null ? [] : [makeFound(meant, { lines, number })]
      })
  },
}

function makeFound(meant: Meant, { lines, number }: { lines: readonly string[]; number: number }): Found {
  const column = (lines[number - 1] ?? '').search(/\S/) + 1
  const message = `"${meant.written}" is no keyword, so this is only a description and nothing of it runs. Write "${meant.keyword}".`
  return { line: number, column, message }
}

export type Meant = { readonly written: string; readonly keyword: string }
type Reading = { readonly language: string; readonly book: PhraseBook | null }

/** The keyword that a line of plain text was perhaps to begin with; null also where it does. */
export function findMeantKeyword(line: string, { language, book }: Reading): Meant | null {
  const dialect = dialects[language] ?? dialects['en']
  if (!dialect) return null
  const meant = findBlock(line, dialect) ?? findWithoutColon(line, dialect) ?? findStep(line, dialect, book)
  return meant !== null && line.startsWith(meant.keyword) ? null : meant
}

/** `Scenaro: …`, `Scenario : …`, `scenario: …`, and English where the file is in another language. */
function findBlock(line: string, dialect: Dialect): Meant | null {
  const [written, name] = /^(\p{L}[\p{L}' ]*?)\s*:/u.exec(line) ?? []
  if (written === undefined || name === undefined) return null
  const near = nearest(name, listBlocks(dialect))
  if (near !== null) return { written, keyword: `${near.keyword}:` }
  const english = dialects['en']
  const kind = english ? nearestKind(name, english) : null
  return kind ? { written, keyword: `${dialect[kind].at(-1) ?? ''}:` } : null
}

function nearestKind(written: string, dialect: Dialect): (typeof kinds)[number] | null {
  const near = kinds
    .map((kind) => ({ kind, likeness: nearest(written, dialect[kind])?.likeness ?? 0 }))
    .toSorted((a, b) => b.likeness - a.likeness)[0]
  return near && near.likeness > 0 ? near.kind : null
}

const kinds = ['feature', 'background', 'rule', 'scenario', 'scenarioOutline', 'examples'] as const

function listBlocks(dialect: Dialect): string[] {
  return kinds.flatMap((kind) => dialect[kind])
}

/** `Scenario A card is refused`: a sentence would hardly go on with a capital letter. */
function findWithoutColon(line: string, dialect: Dialect): Meant | null {
  const keyword = [...dialect.scenarioOutline, ...dialect.scenario, ...dialect.background]
    .toSorted((a, b) => b.length - a.length)
    .find((one) => line.startsWith(`${one} `))
  const rest = keyword === undefined ? '' : line.slice(keyword.length + 1)
  return keyword !== undefined && /^[\p{Lu}<"]/u.test(rest)
    ? { written: keyword, keyword: `${keyword}:` }
    : null
}

/** `Givn Anna is a customer`: only where the rest is a phrase, since prose begins with all sorts of words. */
function findStep(line: string, dialect: Dialect, book: PhraseBook | null): Meant | null {
  const [, written = '', rest = ''] = /^(\S+)\s+(.+)$/.exec(line) ?? []
  if (rest === '' || !book || book.match(rest).length === 0) return null
  const { given, when, then: outcome, and, but } = dialect
  const steps = [given, when, outcome, and, but].flat().map((one) => one.trim())
  const near = nearest(
    written,
    steps.filter((one) => one !== '*'),
    0.5,
  )
  return near === null ? null : { written, keyword: near.keyword }
}

type Near = { readonly keyword: string; readonly likeness: number }

function nearest(written: string, keywords: readonly string[], least = leastLikeness): Near | null {
  const best = keywords
    .map((keyword) => ({ keyword, likeness: compareWords(written, keyword) }))
    .toSorted((a, b) => b.likeness - a.likeness)[0]
  return best && best.likeness >= least ? best : null
}
