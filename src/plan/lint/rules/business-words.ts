// Features are read by people who know the business. How a page or an interface is built changes, and is said in steps.
import { listScenarios } from '../../parse-feature.ts'
import type { Found } from '../lint-finding.ts'
import type { LintRule } from '../lint-rule.ts'
import type { Scenario } from '@cucumber/messages'

type Sign = { readonly what: string; readonly pattern: RegExp }

const signs: readonly Sign[] = [
  { what: 'a web address', pattern: /\bhttps?:\/\/\S+/i },
  { what: 'a method of HTTP', pattern: /\b(?:GET|POST|PUT|PATCH|DELETE)\b/ },
  { what: 'a path of an interface', pattern: /(?<=^|[\s"'(])\/[a-z][\w{}.-]*(?:\/[\w{}.:-]+)*/ },
  { what: 'a status code', pattern: /\b(?:HTTP|status(?: code)?)(?: is| of|:)? [1-5]\d\d\b/i },
  { what: 'a path into JSON', pattern: /(?<=^|[\s"'(])\$\.[a-z][\w.[\]]*/i },
  {
    what: 'a selector',
    pattern: /"[#.][a-z][\w-]*"|"[\w-]*\[[\w-]+[~|^$*]?=[^\]]*\][^"]*"|"\/\/[a-z*][^"]*"/i,
  },
  { what: 'a word of selectors', pattern: /\b(?:xpath|css selector|data-test(?:-?id)?)\b/i },
]

export const businessWords: LintRule = {
  id: 'business-words',
  find: ({ document, uri, pickles }) => {
    const inContract = /(^|\/)contracts?\//.test(uri)
    const exempt = new Set(
      pickles.flatMap(({ tags, pickle }) => (tags.includes('@contract') ? pickle.astNodeIds : [])),
    )
    return listScenarios(document)
      .filter(({ scenario }) => !inContract && !exempt.has(scenario.id))
      .flatMap(({ scenario }) => listTexts(scenario).flatMap(judgeText))
  },
}

type Text = { readonly text: string; readonly line: number; readonly column?: number | undefined }

function listTexts({ name, location, steps, examples }: Scenario): Text[] {
  const tables = [
    ...steps.map(({ dataTable }) => dataTable?.rows ?? []),
    ...examples.map(({ tableBody }) => tableBody),
  ]
  return [
    { text: name, ...location },
    ...steps.map((step) => ({ text: step.text, ...step.location })),
    ...tables.flat().flatMap(({ cells }) => cells.map((cell) => ({ text: cell.value, ...cell.location }))),
  ]
}

function judgeText({ text, line, column }: Text): Found[] {
  const found = signs.flatMap(({ what, pattern }) => {
    const [word] = pattern.exec(text) ?? []
    return word === undefined ? [] : { what, word }
  })[0]
  if (!found) return []
  const message = `${found.word} is ${found.what}. Say what it means for the business, or tag the scenario @contract if the interface is its subject.`
  return [{ line, column, message }]
}
