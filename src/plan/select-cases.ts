// Narrowing a plan by hand gives quick feedback; what it leaves out is remembered, since a narrowed run is no whole one.
import type { Scenario } from '@cucumber/messages'
import parseTagExpression from '@cucumber/tag-expressions'
import { makeFlagProblem, type Problem } from '../release/problem.ts'
import type { Tenant } from '../release/tenant.ts'
import { listScenarios, type Feature, type FeaturePickle } from './parse-feature.ts'
import type { Case, Plan } from './plan.ts'

type Placed = { readonly feature: Feature; readonly entry: FeaturePickle }
export type Selector = (found: Case, placed: Placed) => boolean

/** Which cases the person at the command line asked for. */
export function makeSelector(
  { tags, tenants, paths }: Plan['selection'],
  chosen: ReadonlySet<string> | null,
): Selector {
  const expression = tags === null ? null : parseTagExpression(tags)
  return (found, { feature, entry }) =>
    (chosen === null || chosen.has(found.id)) &&
    (tenants === null || tenants.includes(found.tenant)) &&
    (expression === null || expression.evaluate([...entry.tags])) &&
    (paths === null || paths.some((path) => matchesPath(path, feature, entry)))
}

/** `features/a.feature`, a folder, or `features/a.feature:12` for what stands at that line. */
function matchesPath(path: string, feature: Feature, entry: FeaturePickle): boolean {
  const [, file = path, line] = /^(.*?)(?::(\d+))?$/.exec(path) ?? []
  const inside = feature.uri === file || feature.uri.startsWith(`${file.replace(/\/$/, '')}/`)
  return inside && (line === undefined || standsAt(Number(line), feature, entry))
}

/** A line of an example row means that row; any other line from its tags to its last means the whole scenario. */
function standsAt(line: number, { document }: Feature, entry: FeaturePickle): boolean {
  const scenarios = listScenarios(document).map(({ scenario }) => scenario)
  const owner = scenarios.findLast((scenario) => startOf(scenario) <= line)
  if (!owner || !entry.pickle.astNodeIds.includes(owner.id)) return false
  const rows = owner.examples.flatMap(({ tableBody }) => tableBody.map(({ location }) => location.line))
  return rows.includes(line) ? entry.line === line : true
}

function startOf({ tags, location }: Scenario): number {
  return Math.min(location.line, ...tags.map((tag) => tag.location.line))
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
    return [
      makeFlagProblem('--tags', { expected: 'a tag expression such as "@smoke and not @slow"', received }),
    ]
  }
}

function tenantProblems(chosen: readonly string[] | null, tenants: readonly Tenant[]): Problem[] {
  const known = tenants.map(({ id }) => id)
  return (chosen ?? [])
    .filter((id) => !known.includes(id))
    .map((id) => makeFlagProblem('--tenants', { expected: `one of ${known.join(', ')}`, received: id }))
}
