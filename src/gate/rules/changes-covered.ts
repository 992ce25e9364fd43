// What the release says it touches was tested for every tenant that has it. A change to a service that one tenant's
// cases never reach is a change nobody has seen at that tenant.
import { z } from 'zod'
import { ranOutcomes, type Evidence } from '../../evidence/evidence.ts'
import { listTenants } from '../list-tenants.ts'
import { defineRule, type Judgement } from '../rule.ts'
import { isUnended } from '../select-problems.ts'

export const changesCovered = defineRule({
  id: 'changes-covered',
  settings: z.strictObject({
    /** Executed cases that a touched service needs for each tenant that has it. */
    minCases: z.int().min(1).default(1),
  }),
  looser: { minCases: 'less' },
  evaluate({ evidence, release, promised, settings: { minCases } }) {
    const services = release?.services ?? []
    const whole = { ...evidence, tenants: listTenants(evidence, promised) }
    const strangers = services.filter(
      (service) => !whole.tenants.some((tenant) => tenant.services.includes(service)),
    )
    const gaps = services.flatMap((service) => findGaps(whole, service, minCases))
    const isKnown = release !== null && evidence.has.plan && services.length > 0
    return {
      outcome: judge(evidence, { strangers: strangers.length, gaps: gaps.length, isKnown }),
      expected: { minCases, services },
      actual: {
        declared: release !== null,
        services: services.length,
        unknownServices: strangers,
        untested: gaps.map(({ service, tenant }) => `${service} for ${tenant}`),
      },
      cases: [],
      tenants: [...new Set(gaps.map(({ tenant }) => tenant))],
    }
  },
})

function findGaps(
  { tenants, cases }: Evidence,
  service: string,
  minCases: number,
): { service: string; tenant: string }[] {
  const touching = cases.filter(
    ({ outcome, tags }) => ranOutcomes.has(outcome) && tags.includes(`@service:${service}`),
  )
  return tenants
    .filter((tenant) => tenant.services.includes(service))
    .filter(({ id }) => touching.filter(({ tenant }) => tenant === id).length < minCases)
    .map(({ id }) => ({ service, tenant: id }))
}

type Found = { readonly strangers: number; readonly gaps: number; readonly isKnown: boolean }

/** What a run that never ended did not come to is not known. */
function judge(evidence: Evidence, { strangers, gaps, isKnown }: Found): Judgement['outcome'] {
  if (strangers > 0 || (gaps > 0 && !isUnended(evidence))) return 'fail'
  return isKnown && gaps === 0 ? 'pass' : 'inconclusive'
}
