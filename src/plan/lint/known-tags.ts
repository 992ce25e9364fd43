// Every tag that means something to the planner, the report or lint itself, and what it means.

/** Tags of the form `@name:value`. */
export const valueTags: Readonly<Record<string, string>> = {
  service: 'only tenants that have this service',
  tenants: 'only these tenants, by comma',
  needs: 'only targets that offer this',
  lock: 'never beside another case with this lock; `tenant` beside none of its tenant; `*` beside none at all',
  severity: 'how bad a failure is',
  epic: 'where the report files it; the folder unless it is said',
  story: 'a part of the feature, in the report',
  owner: 'whom to ask',
  layer: 'api or ui, in the report',
  issue: 'a link to an issue',
  tms: 'a link to a test case',
  link: 'a link',
}

/** Of these the report shows one value: the nearest to the scenario. */
export const singleTags: readonly string[] = ['severity', 'epic', 'story', 'owner', 'layer']

export const plainTags: Readonly<Record<string, string>> = {
  'one-tenant': 'one tenant is enough; each gets its share of them',
  smoke: 'the few that tell at once whether anything works',
  slow: 'left out where time is short',
  affected: 'what an emergency release touches',
  contract: 'the interface itself is the subject, so its words may be used',
}

/** Left over from work on a single scenario. */
export const focusTags: readonly string[] = ['only', 'focus', 'wip']

export type TagParts = { readonly name: string; readonly value: string | null }

/** `@severity:minor` → severity, minor; `@smoke` → smoke, null. */
export function splitTag(tag: string): TagParts {
  const [, name = '', value] = /^@([^:]*)(?::(.*))?$/.exec(tag) ?? []
  return { name, value: value ?? null }
}
