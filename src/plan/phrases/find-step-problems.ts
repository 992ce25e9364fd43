// Steps that no definition fits, and steps that several fit, found before anything runs: a run would only come to
// them after everything before them was done.
import { compareTexts } from '../../release/by-text.ts'
import type { Feature } from '../parse-feature.ts'
import type { Case } from '../plan.ts'
import type { StepDefinition } from './definitions.ts'
import { makeNearFinder, type NearFinder, type NearPhrase } from './find-near-phrases.ts'
import { listSteps, type PlacedStep } from './list-steps.ts'
import { makeSnippet } from './make-snippet.ts'
import type { PhraseBook } from './phrase-book.ts'

export type StepPlace = Pick<PlacedStep, 'uri' | 'line' | 'column'>

/** One text that does not work, wherever it is written. */
export type StepProblem = {
  readonly kind: 'undefined' | 'ambiguous'
  readonly keyword: string
  readonly text: string
  /** Sorted by file and line. */
  readonly places: readonly StepPlace[]
  /** What was perhaps meant, the nearest first; empty for an ambiguous step. */
  readonly near: readonly NearPhrase[]
  /** Code to begin with; empty for an ambiguous step. */
  readonly snippet: string
  /** The definitions that all fit; empty for an undefined step. */
  readonly candidates: readonly StepDefinition[]
}

export type FoundProblems = {
  readonly problems: readonly StepProblem[]
  /** Ids of the cases that have such a step. */
  readonly cases: ReadonlySet<string>
}

/** Cases of a plan → what is wrong with their steps, and which of them that concerns. */
export function findCaseProblems(
  cases: readonly Case[],
  features: readonly Feature[],
  book: PhraseBook,
): FoundProblems {
  const byUri = new Map(features.map((feature) => [feature.uri, feature]))
  const stepsOf = makeStepIndex(byUri)
  const concerned = new Set<string>()
  const steps = cases.flatMap(({ id, uri, line }) => {
    const unfit = stepsOf(uri, line).filter(({ text }) => book.match(text).length !== 1)
    if (unfit.length > 0) concerned.add(id)
    return unfit
  })
  return { problems: findStepProblems(steps, book), cases: concerned }
}

type StepIndex = (uri: string, line: number) => readonly PlacedStep[]

/** Cases of several tenants share their pickle; its steps are looked at once. */
function makeStepIndex(features: ReadonlyMap<string, Feature>): StepIndex {
  const known = new Map<string, readonly PlacedStep[]>()
  return (uri, line) => {
    const key = `${uri}:${line}`
    const feature = features.get(uri)
    const entry = feature?.pickles.find((one) => one.line === line)
    const steps = known.get(key) ?? (feature && entry ? listSteps(feature, entry) : [])
    known.set(key, steps)
    return steps
  }
}

/** Steps → those that no definition or more than one fits, by text. */
export function findStepProblems(steps: readonly PlacedStep[], book: PhraseBook): StepProblem[] {
  const unfit = steps.filter(({ text }) => book.match(text).length !== 1)
  if (unfit.length === 0) return []
  const find = makeNearFinder(book)
  const byText = Map.groupBy(unfit, ({ text }) => text)
  return [...byText.values()].map((alike) => makeProblem(alike, { book, find })).toSorted(byPlace)
}

type Tools = { readonly book: PhraseBook; readonly find: NearFinder }

function makeProblem(alike: readonly PlacedStep[], { book, find }: Tools): StepProblem {
  const [first] = alike
  if (!first) throw new Error('A group of steps is never empty')
  const { keyword, text, type } = first
  const candidates = book.match(text).map(({ definition }) => definition)
  const shared = { keyword, text, places: listPlaces(alike) }
  if (candidates.length > 1) return { ...shared, kind: 'ambiguous', near: [], snippet: '', candidates }
  return {
    ...shared,
    kind: 'undefined',
    near: find(text, type),
    snippet: makeSnippet(first, book),
    candidates: [],
  }
}

function listPlaces(steps: readonly PlacedStep[]): StepPlace[] {
  const places = new Map(
    steps.map(({ uri, line, column }) => [`${uri}:${line}:${column}`, { uri, line, column }]),
  )
  return [...places.values()].toSorted(comparePlaces)
}

function byPlace(a: StepProblem, b: StepProblem): number {
  const [left, right] = [a.places[0], b.places[0]]
  return left && right ? comparePlaces(left, right) : 0
}

function comparePlaces(a: StepPlace, b: StepPlace): number {
  return compareTexts(a.uri, b.uri) || a.line - b.line || a.column - b.column
}
