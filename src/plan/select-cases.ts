// Narrowing a plan by hand gives quick feedback; what it leaves out is remembered, since a narrowed run is no whole one.
import parseTagExpression from '@cucumber/tag-expressions'
import type { Problem } from '../release/problem.ts'
import type { Tenant } from '../release/tenant.ts'
import { listScenarios, type Feature, type FeaturePickle } from './parse-feature.ts'
import type { Case, Plan } from './plan.ts'

type Placed = { readonly feature: Feature; readonly entry: FeaturePickle }
export type Selector = (found: Case, placed: Placed) => boolean

/** Which cases the person at the command line asked for. */
export function makeSelector({ tags, tenants, paths }: Plan['selection']): Selector {
  const expression = tags === null ? null : parseTagExpression(tags)
  return (found, { feature, entry }) =>
    (tenants === null || tenants.includes(found.tenant)) &&
    (expression === null || expression.evaluate([...entry.tags])) &&
    (paths === null || paths.some((path) => matchesPath(path, feature, entry)))
}

/** `features/a.feature`, a folder, or `features/a.feature:12` for the scenario or example row at that line. */
function matchesPath(path: string, feature: Feature, entry: FeaturePickle): boolean {
  const [, file = path, line] = /^(.*?)(?::(\d+))?$/.exec(path) ?? []
  const inside = feature.uri === file || feature.uri.startsWith(`${file.replace(/\/$/, '')}/`)
  return inside && (line === undefined || linesOf(feature, entry).includes(Number(line)))
}

/** An example row answers to its own line and to that of its outline. */
function linesOf(feature: Feature, entry: FeaturePickle): number[] {
  const own = listScenarios(feature.document).find(({ scenario }) =>
    entry.pickle.astNodeIds.includes(scenario.id),
  )
  return own ? [entry.line, own.scenario.location.line] : [entry.line]
}

/** What is wrong with the flags that narrow a plan. */
export function findSelectionProblems(selection: Plan['selection'], tenants: readonly Tenant[]): Problem[] {
  return [...tagProblems(selection.tags), ...tenantProblems(selection.tenants, tenants)]
}

function tagProblems(tags: string | null): Problem[] {
  if (tags === null) return []
  try {
    parseTagExpression(tags)
    return []
  } catch (error) {
    const received = error instanceof Error ? (error.message.split('\n')[0] ?? tags) : tags
    return [flagProblem('--tags', { expected: 'a tag expression such as "@smoke and not @slow"', received })]
  }
}

function tenantProblems(chosen: readonly string[] | null, tenants: readonly Tenant[]): Problem[] {
  const known = tenants.map(({ id }) => id)
  return (chosen ?? [])
    .filter((id) => !known.includes(id))
    .map((id) => flagProblem('--tenants', { expected: `one of ${known.join(', ')}`, received: id }))
}

function flagProblem(flag: string, { expected, received }: { expected: string; received: string }): Problem {
  return { file: 'command line', path: flag, expected, received, remedy: 'Correct the flag.' }
}
