// What steps learn of the world they run in. It goes to the workers through memory only, since secrets are in it.
import type { Target } from '../release/target.ts'
import { fill } from './observe-candidate.ts'
import type { Tenant } from '../release/tenant.ts'

export type Browser = {
  readonly executablePath?: string
  readonly headless: boolean
  /** The page of a failed case stays open until somebody closes it. */
  readonly keepOpen: boolean
  readonly args: readonly string[]
}
export type TraceMode = 'on-retry' | 'always' | 'never'

export type WorldSource = {
  readonly runId: string
  readonly target: Target
  readonly tenants: readonly Tenant[]
  readonly secrets: readonly string[]
  /** Absolute path of the contract as it was served; null where it was not. */
  readonly contractFile: string | null
  readonly trace: TraceMode
  readonly browser: Browser
}

/** The `parameters` of every World, but for the cases of its batch, which the worker adds. */
export function makeWorldParameters({
  runId,
  target,
  tenants,
  contractFile,
  ...rest
}: WorldSource): Record<string, unknown> {
  return {
    runId,
    target: {
      name: target.name,
      services: target.services,
      offers: target.offers,
    },
    contract: target.openapi === undefined ? null : { url: target.openapi, file: contractFile },
    tenants: Object.fromEntries(tenants.map((tenant) => [tenant.id, withServices(tenant, target)])),
    redact: target.redact,
    ...rest,
  }
}

/** Base URLs may hold the tenant's own name; steps then need not know. */
function withServices(tenant: Tenant, { services }: Target): Tenant & { urls: Record<string, string> } {
  const own = tenant.services.flatMap((service) => {
    const url = services[service]
    return url === undefined ? [] : [[service, fill(url, tenant)] as const]
  })
  return { ...tenant, urls: Object.fromEntries(own) }
}
