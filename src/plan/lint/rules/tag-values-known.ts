// Values of tags that must name something there is: a misspelt tenant or service takes the scenario out of the plan.
import { findNearWord } from '../../phrases/compare-words.ts'
import { severities } from '../../plan.ts'
import { splitTag } from '../known-tags.ts'
import type { LintContext, LintRule } from '../lint-rule.ts'
import { listNodes } from '../list-nodes.ts'

type Values = {
  readonly tag: string
  readonly what: string
  readonly known: (context: LintContext) => readonly string[]
}

function makeRule(id: LintRule['id'], { tag, what, known }: Values): LintRule {
  return {
    id,
    find: ({ document }, context) =>
      listNodes(document)
        .flatMap(({ tags }) => tags)
        .flatMap(({ name, location }) => {
          const { name: own, value } = splitTag(name)
          if (own !== tag || !value) return []
          const unknown = value.split(',').filter((one) => !known(context).includes(one))
          return unknown.map((one) => ({ ...location, message: explain(one, what, known(context)) }))
        }),
  }
}

function explain(value: string, what: string, known: readonly string[]): string {
  const near = findNearWord(value, known)
  const choice = known.length > 0 ? `there are ${known.join(', ')}` : 'there are none'
  return `There is no ${what} "${value}"; ${near === null ? choice : `did you mean ${near}?`}`
}

export const tenantsKnown = makeRule('tenants-known', {
  tag: 'tenants',
  what: 'tenant',
  known: ({ tenants }) => tenants,
})

export const servicesKnown = makeRule('services-known', {
  tag: 'service',
  what: 'service',
  known: ({ services }) => services,
})

export const needsKnown = makeRule('needs-known', {
  tag: 'needs',
  what: 'target that offers',
  known: ({ needs }) => needs,
})

export const severityKnown = makeRule('severity-known', {
  tag: 'severity',
  what: 'severity',
  known: () => severities,
})
