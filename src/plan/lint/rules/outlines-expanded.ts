// A `<name>` that no column fills is sent to the platform as it is written; a column that nothing uses makes the same
// case twice; an outline without rows is no case at all.
import type { Examples, Scenario } from '@cucumber/messages'
import { listScenarios } from '../../parse-feature.ts'
import type { Found } from '../lint-finding.ts'
import type { LintRule } from '../lint-rule.ts'

export const outlinesExpanded: LintRule = {
  id: 'outlines-expanded',
  find: ({ document }) =>
    listScenarios(document).flatMap(({ scenario }) =>
      scenario.examples.length === 0
        ? findUnfilled(scenario, null)
        : scenario.examples.flatMap((examples) => [
            ...findUnfilled(scenario, examples),
            ...findEmpty(examples),
            ...findUnused(scenario, examples),
          ]),
    ),
}

type Text = { readonly text: string; readonly line: number; readonly column?: number | undefined }

/** Everything that examples fill. */
function listTexts({ name, location, steps }: Scenario): Text[] {
  return [
    { text: name, ...location },
    ...steps.flatMap(({ text, location: place, docString, dataTable }) => [
      { text, ...place },
      ...(docString ? [{ text: docString.content, ...docString.location }] : []),
      ...(dataTable?.rows ?? []).flatMap(({ cells }) =>
        cells.map((cell) => ({ text: cell.value, ...cell.location })),
      ),
    ]),
  ]
}

function listVariables(text: string): string[] {
  return [...text.matchAll(/<([^<>\n]+)>/g)].flatMap(([, name = '']) => (isVariable(name, text) ? name : []))
}

/** `<b>…</b>` is text that somebody wants to see treated as text. */
function isVariable(name: string, text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N} _-]*$/u.test(name) && !text.includes(`</${name}>`)
}

function findUnfilled(scenario: Scenario, examples: Examples | null): Found[] {
  const columns = examples?.tableHeader?.cells.map(({ value }) => value) ?? []
  return listTexts(scenario).flatMap(({ text, line, column }) =>
    [...new Set(listVariables(text))]
      .filter((name) => !columns.includes(name))
      .map((name) => ({ line, column, message: explain(name, examples) })),
  )
}

function explain(name: string, examples: Examples | null): string {
  return examples === null
    ? `Nothing fills <${name}>: the scenario has no Examples.`
    : `Nothing fills <${name}>: the Examples at line ${examples.location.line} have no such column.`
}

function findEmpty({ location, tableBody, keyword }: Examples): Found[] {
  if (tableBody.length > 0) return []
  return [
    { ...location, message: `These ${keyword} have no row, so nothing runs. Write one, or take them away.` },
  ]
}

function findUnused(scenario: Scenario, { tableHeader }: Examples): Found[] {
  const whole = listTexts(scenario).map(({ text }) => text)
  return (tableHeader?.cells ?? [])
    .filter(({ value }) => !whole.some((text) => text.includes(`<${value}>`)))
    .map(({ value, location }) => ({
      ...location,
      message: `Nothing uses the column "${value}". Take it away, or write <${value}> where it belongs.`,
    }))
}
