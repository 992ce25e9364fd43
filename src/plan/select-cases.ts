// Narrowing a plan by hand gives quick feedback; what it leaves out is remembered, since a narrowed run is no whole one.
import parseTagExpression from '@cucumber/tag-expressions'
import { makeFlagProblem, type Problem } from '../release/problem.ts'
import { findTagProblem } from '../release/tag-expression.ts'
import type { Tenant } from '../release/tenant.ts'
import { findPathProblems, matchesPath } from './match-path.ts'
import { parseCaseTags } from './parse-case-tags.ts'
import type { Feature, FeaturePickle } from './parse-feature.ts'
import { findNearWord } from './phrases/compare-words.ts'
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

/** What is wrong with the flags that narrow a plan. */
export function findSelectionProblems(
  { tags, tenants, paths }: Plan['selection'],
  known: { readonly tenants: readonly Tenant[]; readonly features: readonly Feature[] },
): Problem[] {
  return [
    ...tagProblems(tags),
    ...tenantProblems(tenants, known.tenants),
    ...findPathProblems(paths ?? [], known.features),
  ]
}

function tagProblems(tags: string | null): Problem[] {
  const received = tags === null ? null : findTagProblem(tags)
  const expected = 'a tag expression such as "@smoke and not @slow"'
  return received === null ? [] : [makeFlagProblem('--tags', { expected, received })]
}

function tenantProblems(chosen: readonly string[] | null, tenants: readonly Tenant[]): Problem[] {
  const known = tenants.map(({ id }) => id)
  return (chosen ?? [])
    .filter((id) => !known.includes(id))
    .map((id) =>
      makeFlagProblem('--tenants', { expected: `one of ${known.join(', ')}`, received: id || 'nothing' }),
    )
}

/** What to say of tags that no scenario has. Only where nothing is left: `not @slow` may be ahead of its time. */
export function describeUnknownTags(tags: string, features: readonly Feature[]): string[] {
  const known = new Set(features.flatMap(({ pickles }) => pickles.flatMap((entry) => entry.tags)))
  return tellUnknown(tags.match(/@[^\s()]+/g) ?? [], known).map((one) => `No scenario has ${one}`)
}

/** What to say of `@service:` and `@tenants:` that fit no tenant, in the features that were named. */
export function describeUnknownValues(
  { selection: { paths }, tenants }: Pick<Plan, 'selection' | 'tenants'>,
  features: readonly Feature[],
): string[] {
  const entries = features.flatMap((feature) =>
    feature.pickles.filter(
      (entry) => paths === null || paths.some((path) => matchesPath(path, feature, entry)),
    ),
  )
  const tags = entries.flatMap((entry) => parseCaseTags(entry.tags))
  const asked = new Set(tags.flatMap(({ services }) => services))
  const meant = new Set(tags.flatMap((one) => one.tenants ?? []))
  const had = new Set(tenants.flatMap(({ services }) => services))
  const known = new Set(tenants.map(({ id }) => id))
  return [
    ...tellUnknown([...asked], had).map((one) => `No tenant has the service ${one}`),
    ...tellUnknown([...meant], known).map((one) => `There is no tenant ${one}`),
  ]
}

/** The end of a sentence about each that is not known, with what may have been meant. */
function tellUnknown(values: readonly string[], known: ReadonlySet<string>): string[] {
  return values
    .filter((value) => !known.has(value))
    .map((value) => {
      const near = findNearWord(value, known)
      return `${value}${near === null ? '.' : `; did you mean ${near}?`}`
    })
}
