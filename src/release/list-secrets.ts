// What must never be written down of a target and its tenants. Addresses and client ids are no secrets and help whoever
// reads a failure.
import type { Target } from './target.ts'
import type { Tenant } from './tenant.ts'

/** The files as they were written, and what came in for their `${NAME}`s. */
export type Filled = {
  readonly written: Pick<Target, 'identity' | 'services' | 'openapi'>
  readonly values: Readonly<Record<string, string>>
  readonly tenants: readonly Pick<Tenant, 'secret' | 'dashboard'>[]
}

/** Secrets and passwords of tenants; of a target what came into a header, a query, or before the host of an address. */
export function listSecrets({ written, values, tenants }: Filled): string[] {
  const { identity, services, openapi = '' } = written
  const addresses = [identity.url, openapi, ...Object.values(services)]
  const hidden = [...Object.values(identity.headers), ...addresses.flatMap(findHiddenParts)]
  const names = hidden.flatMap((text) => [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name))
  const ofTarget = names.flatMap((name) => values[name] ?? [])
  return [...new Set([...tenants.flatMap(listTenantSecrets), ...ofTarget])]
}

function findHiddenParts(address: string): string[] {
  const [, credentials = ''] = /\/\/([^/?#]*)@/.exec(address) ?? []
  const [, query = ''] = /\?(.*)$/.exec(address) ?? []
  return [credentials, query]
}

function listTenantSecrets({ secret, dashboard }: Pick<Tenant, 'secret' | 'dashboard'>): string[] {
  const users = dashboard ? [dashboard, ...Object.values(dashboard.roles)] : []
  return [secret, ...users.map(({ password }) => password)]
}
