// Asks a running target what it is, for whoever is about to trust a verdict on it. Only what that needs of its files
// gets values: a deployment has no use for the tenants' secrets.
import type { Environment } from '../src/io/environment.ts'
import { readYaml } from '../src/io/read-yaml.ts'
import { openRunningTarget } from '../src/io/read-running-target.ts'
import { requireValue } from '../src/io/read-text.ts'
import { resolveReferences } from '../src/release/resolve-references.ts'
import { targetSchema, type Target } from '../src/release/target.ts'
import { tenantsFileSchema, type Tenant } from '../src/release/tenant.ts'
import { observeCandidate } from '../src/run/observe-candidate.ts'
import type { Observation } from '../src/run/seal.ts'

/** A balancer shows one of its instances at a time. */
const rounds = 5

export type ObservedTarget = { readonly name: string; readonly running: readonly Observation[] }

/** Every endpoint for every tenant, several times over. */
export async function observeTarget(file: string, environment: Environment): Promise<ObservedTarget> {
  const { cwd } = environment
  const target = readYaml(cwd, file, targetSchema)
  const { tenants } = readYaml(cwd, target.tenants, tenantsFileSchema)
  const values = { ...environment.env, ...openRunningTarget(cwd, target)?.environment }
  const reachable = fillTarget(target, values, file)
  const known = tenants.map((tenant) => fillTenant(tenant, values, target.tenants))
  const running: Observation[] = []
  for (let round = 0; round < rounds; round += 1) running.push(...(await observeCandidate(reachable, known)))
  return { name: target.name, running }
}

function fillTarget(target: Target, values: Environment['env'], file: string): Target {
  const { services, identity } = target
  return { ...target, ...requireValue(resolveReferences({ services, identity }, values, file)).value }
}

function fillTenant(tenant: Tenant, values: Environment['env'], file: string): Tenant {
  const { clientId } = tenant
  return { ...tenant, ...requireValue(resolveReferences({ clientId }, values, file)).value }
}
