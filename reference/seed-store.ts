// What every start finds in the store: fresh credentials, dashboard users, and each tenant's own points scheme.
import { randomBytes } from 'node:crypto'
import { schemeInputSchema } from './model/scheme.ts'
import { tenants, type Tenant } from './model/tenant.ts'
import { createScheme } from './service/schemes.ts'
import { makePlatform, openScope } from './service/scope.ts'
import { makeCredential, writeCredential } from './store/credentials.ts'
import { dashboardRoles, writeDashboardUser, type DashboardRole } from './store/dashboard-users.ts'
import type { Store } from './store/open-store.ts'

/** Seeds the store and returns what clients need to know, by the names of environment variables. */
export function seedStore(store: Store): Record<string, string> {
  return store.write(() => {
    seedSchemes(store)
    return Object.assign({}, ...tenants.map((tenant) => seedAccess(store, tenant))) as Record<string, string>
  })
}

function seedAccess(store: Store, tenant: Tenant): Record<string, string> {
  const prefix = tenant.id.toUpperCase()
  const credential = makeCredential(tenant.id)
  writeCredential(store, credential)
  const access = { [`${prefix}_CLIENT_ID`]: credential.clientId, [`${prefix}_SECRET`]: credential.secret }
  if (!tenant.services.includes('dashboard')) return access
  const users = dashboardRoles.map((role) => seedDashboardUser(store, tenant, role))
  return Object.assign(access, ...users) as Record<string, string>
}

/** Customer care goes by the name of the dashboard itself: it was there before the other roles. */
const rolePrefixes = { care: 'DASHBOARD', supervisor: 'SUPERVISOR', marketing: 'MARKETING' } as const

function seedDashboardUser(store: Store, tenant: Tenant, role: DashboardRole): Record<string, string> {
  const name = `${role}@${tenant.id}.example`
  const password = randomBytes(15).toString('base64url')
  writeDashboardUser(store, { name, tenant: tenant.id, role, password })
  const prefix = `${tenant.id.toUpperCase()}_${rolePrefixes[role]}`
  return { [`${prefix}_USER`]: name, [`${prefix}_PASSWORD`]: password }
}

function seedSchemes(store: Store): void {
  const platform = makePlatform(store, new Set())
  for (const tenant of tenants) {
    const scope = openScope(platform, tenant, 'API')
    if (platform.rows.schemes.list(tenant.id).length > 0) continue
    const { name, rules } = tenant.scheme
    const input = schemeInputSchema.parse({
      reference: 'default',
      details: { name },
      services: { spend: rules.spend },
      rates: { earn: rules.earn },
      negativeBalance: rules.negativeBalance,
    })
    createScheme(scope, input)
  }
}
