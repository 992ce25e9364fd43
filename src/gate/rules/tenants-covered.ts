// One version for all tenants means that it has been tried for each of them, on every service it uses. A tenant that
// dropped out of the run is the one whose trouble nobody has seen.
import { z } from 'zod'
import { ranOutcomes, type Evidence, type EvidenceCase } from '../../evidence/evidence.ts'
import { listTenants } from '../list-tenants.ts'
import { defineRule, idsOf, type Judgement } from '../rule.ts'
import { isUnended } from '../select-problems.ts'

const serviceTag = '@service:'

export const tenantsCovered = defineRule({
  id: 'tenants-covered',
  settings: z.strictObject({
    minCases: z.int().min(1).default(1),
    /** Whether every service of a tenant that any scenario names must have an executed case for that tenant. */
    everyService: z.boolean().default(true),
  }),
  looser: { minCases: 'less', everyService: 'less' },
  evaluate({ evidence, promised, settings }) {
    const coverage = listTenants(evidence, promised).map((tenant) => coverTenant(tenant, evidence))
    const short = coverage.filter(({ executed }) => executed.length < settings.minCases)
    const missing = coverage.flatMap((tenant) => tenant.missing)
    const services = settings.everyService ? coverage.filter(({ untried }) => untried.length > 0) : []
    const bad = coverage.filter(
      (tenant) => short.includes(tenant) || services.includes(tenant) || tenant.missing.length > 0,
    )
    return {
      outcome: judge(evidence, { tenants: coverage.length, bad: bad.length }),
      expected: { minCases: settings.minCases, everyService: settings.everyService },
      actual: {
        tenants: coverage.length,
        fewest: coverage.length === 0 ? 0 : Math.min(...coverage.map(({ executed }) => executed.length)),
        short: short.map(({ id, executed }) => `${id} ${executed.length}`),
        missing: missing.length,
        untriedServices: services.map(({ id, untried }) => `${id}: ${untried.join(', ')}`),
      },
      cases: idsOf(missing),
      tenants: bad.map(({ id }) => id),
    }
  },
})

function judge(evidence: Evidence, { tenants, bad }: { tenants: number; bad: number }): Judgement['outcome'] {
  if (!evidence.has.plan || tenants === 0) return 'inconclusive'
  if (bad === 0) return 'pass'
  return isUnended(evidence) ? 'inconclusive' : 'fail'
}

type Coverage = {
  readonly id: string
  readonly executed: readonly EvidenceCase[]
  readonly missing: readonly EvidenceCase[]
  readonly untried: readonly string[]
}

function coverTenant(tenant: Evidence['tenants'][number], { cases }: Evidence): Coverage {
  const own = cases.filter((found) => found.planned && found.tenant === tenant.id)
  const executed = own.filter(({ outcome }) => ranOutcomes.has(outcome))
  const named = namedServices(cases)
  const tried = namedServices(executed)
  return {
    id: tenant.id,
    executed,
    missing: own.filter(({ required, outcome }) => required && outcome === 'missing'),
    untried: tenant.services.filter((service) => named.has(service) && !tried.has(service)),
  }
}

function namedServices(cases: readonly EvidenceCase[]): ReadonlySet<string> {
  const tags = cases.flatMap((found) => found.tags).filter((tag) => tag.startsWith(serviceTag))
  return new Set(tags.map((tag) => tag.slice(serviceTag.length)))
}
