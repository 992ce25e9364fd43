// Features are parsed by us, with ids that depend on the file alone: the plan, every worker and the witness
// then speak of the same pickles by the same names.
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin'
import type { GherkinDocument, Pickle, Scenario, TableRow } from '@cucumber/messages'
import { createHash } from 'node:crypto'
import type { Parsed, Problem } from '../release/problem.ts'

export type FeaturePickle = {
  readonly pickle: Pickle
  /** Position among the pickles of its file, counted from 0. */
  readonly index: number
  readonly line: number
  readonly rule: string
  readonly example: readonly { readonly name: string; readonly value: string }[]
  readonly tags: readonly string[]
}

export type FeatureText = { readonly uri: string; readonly text: string }

export type Feature = {
  readonly uri: string
  readonly name: string
  readonly text: string
  readonly sha256: string
  readonly document: GherkinDocument
  readonly pickles: readonly FeaturePickle[]
}

type Place = { line: number; rule: string; example: { name: string; value: string }[] }

/** Gherkin text → its pickles, or every syntax error in it. */
export function parseFeature({ uri, text }: FeatureText): Parsed<Feature> {
  const newId = makeIds(uri)
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher())
  try {
    const document: GherkinDocument = { ...parser.parse(text), uri }
    return { ok: true, value: makeFeature({ uri, text, document, pickles: compile(document, uri, newId) }) }
  } catch (error) {
    return { ok: false, problems: gherkinProblems(error, uri) }
  }
}

function makeFeature(read: {
  uri: string
  text: string
  document: GherkinDocument
  pickles: readonly Pickle[]
}): Feature {
  const places = indexPlaces(read.document)
  return {
    uri: read.uri,
    name: read.document.feature?.name ?? '',
    text: read.text,
    sha256: createHash('sha256').update(read.text).digest('hex'),
    document: read.document,
    pickles: read.pickles.map((pickle, index) => {
      const place = places.get(pickle.astNodeIds.at(-1) ?? '') ?? { line: 0, rule: '', example: [] }
      return { pickle, index, ...place, tags: pickle.tags.map(({ name }) => name) }
    }),
  }
}

function makeIds(uri: string): () => string {
  const prefix = createHash('sha256').update(uri).digest('hex').slice(0, 10)
  let next = 0
  return () => `${prefix}-${next++}`
}

/** Every scenario of a document, also those inside rules. */
export function listScenarios(document: GherkinDocument): { scenario: Scenario; rule: string }[] {
  return (document.feature?.children ?? []).flatMap((child) => {
    const rule = child.rule?.name ?? ''
    return [child, ...(child.rule?.children ?? [])].flatMap(({ scenario }) =>
      scenario ? [{ scenario, rule }] : [],
    )
  })
}

/** Where each scenario and each example row stands, by the id of its node. */
function indexPlaces(document: GherkinDocument): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const { scenario, rule } of listScenarios(document)) addScenario(places, scenario, rule)
  return places
}

function addScenario(places: Map<string, Place>, scenario: Scenario, rule: string): void {
  places.set(scenario.id, { line: scenario.location.line, rule, example: [] })
  for (const table of scenario.examples) {
    const names = table.tableHeader?.cells.map(({ value }) => value) ?? []
    for (const row of table.tableBody)
      places.set(row.id, { line: row.location.line, rule, example: zip(names, row) })
  }
}

function zip(names: readonly string[], row: TableRow): { name: string; value: string }[] {
  return row.cells.map(({ value }, column) => ({ name: names[column] ?? '', value }))
}

type GherkinError = { message: string; location?: { line: number; column?: number }; errors?: GherkinError[] }

function gherkinProblems(error: unknown, uri: string): Problem[] {
  if (!(error instanceof Error)) throw error
  const read = error as GherkinError
  const all = read.errors ?? [read]
  // A parser error always knows its place; anything else is a fault of ours and must not look like bad input.
  if (all.some(({ location }) => location === undefined)) throw error
  return all.map(({ message, location }) => ({
    file: uri,
    path: '',
    line: location?.line ?? 1,
    column: location?.column ?? 1,
    expected: 'valid Gherkin',
    received: message.split('\n').at(-1) ?? message,
    remedy: 'Mend the feature at this line.',
  }))
}
