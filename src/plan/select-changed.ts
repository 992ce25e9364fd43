// What a change can have broken: the features that were touched, and those that use a step which stands on touched code.
import type { Feature } from './parse-feature.ts'
import type { StepDefinition } from './phrases/definitions.ts'
import { listSteps } from './phrases/list-steps.ts'
import type { PhraseBook } from './phrases/phrase-book.ts'
import type { Case } from './plan.ts'

export type Change = {
  /** Paths of files that differ. */
  readonly files: readonly string[]
  /** Every file of the project's code → the files it takes values from. */
  readonly imports: ReadonlyMap<string, readonly string[]>
  /** Files that every case stands on, whatever it says: hooks, the target and its tenants. */
  readonly forAll: ReadonlySet<string>
}

export type Suite = {
  readonly cases: readonly Case[]
  readonly features: readonly Feature[]
  readonly book: PhraseBook
}

/** Ids of the cases that the change concerns. */
export function selectChanged(change: Change, suite: Suite): Set<string> {
  const touched = closeOver(change)
  if (concernsAll(touched, change, suite)) return new Set(suite.cases.map(({ id }) => id))
  const isCode = [...change.imports.keys()].some((file) => touched.has(file))
  const places = new Set(listPlaces({ touched, isCode }, suite))
  return new Set(suite.cases.flatMap(({ id, uri, line }) => (places.has(`${uri}:${line}`) ? [id] : [])))
}

/** The changed files, and all code that stands on one of them. */
function closeOver({ files, imports }: Change): Set<string> {
  const touched = new Set(files)
  const stands = ([file, from]: [string, readonly string[]]): boolean =>
    !touched.has(file) && from.some((one) => touched.has(one))
  for (let found = [...imports].filter(stands); found.length > 0; found = [...imports].filter(stands))
    found.forEach(([file]) => touched.add(file))
  return touched
}

/** Code that nothing imports and that says no phrase is loaded for every case: hooks, the World. */
function concernsAll(touched: ReadonlySet<string>, { imports, forAll }: Change, { book }: Suite): boolean {
  if (!touched.isDisjointFrom(forAll)) return true
  const imported = new Set([...imports.values()].flat())
  const speaking = new Set([
    ...book.phrases.map(({ definition }) => definition.uri),
    ...book.parameterFiles.values(),
  ])
  return [...imports.keys()].some((file) => touched.has(file) && !imported.has(file) && !speaking.has(file))
}

type Touched = { readonly touched: ReadonlySet<string>; readonly isCode: boolean }

function listPlaces({ touched, isCode }: Touched, { features, book }: Suite): string[] {
  const parameters = [...book.parameterFiles].flatMap(([name, uri]) =>
    touched.has(uri) ? [`{${name}}`] : [],
  )
  const isTouched = ({ uri, pattern }: StepDefinition): boolean =>
    touched.has(uri) || parameters.some((parameter) => pattern.includes(parameter))
  const says = ({ text }: { readonly text: string }): boolean => {
    const fitting = book.match(text)
    // A phrase that fits no more may be what was changed.
    return fitting.length === 0 ? isCode : fitting.some(({ definition }) => isTouched(definition))
  }
  return features.flatMap((feature) => {
    const concerned = feature.pickles.filter(
      (entry) => touched.has(feature.uri) || listSteps(feature, entry).some(says),
    )
    return concerned.map(({ line }) => `${feature.uri}:${line}`)
  })
}
