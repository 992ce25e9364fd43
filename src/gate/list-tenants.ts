// Whom a release has to be tried for: the tenants of the plan, and those who are clients by the time the gate is asked.
import type { Evidence } from '../evidence/evidence.ts'
import type { RuleInput } from './rule.ts'

type Tenants = Evidence['tenants']

/** Each with the services that it had when the run was planned and those that it has now; none where nothing was planned. */
export function listTenants({ tenants, has }: Evidence, promised: RuleInput['promised']): Tenants {
  if (!has.plan || tenants.length === 0) return tenants
  const clients = promised?.tenants ?? []
  const planned = tenants.map((tenant) => {
    const now = clients.find(({ id }) => id === tenant.id)?.services ?? []
    return { ...tenant, services: [...new Set([...tenant.services, ...now])] }
  })
  return [...planned, ...clients.filter(({ id }) => !tenants.some((tenant) => tenant.id === id))]
}
