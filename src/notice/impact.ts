// Whom a release touches. No source of this is whole by itself, so all of them are put together; where none can tell,
// it is everybody, since a client who was told for nothing loses less than one who was not told.
import type { Evidence } from '../evidence/evidence.ts'
import type { Promised } from '../release/promised.ts'
import type { Release } from '../release/release.ts'

/** One thing that says what is touched, besides the declaration. */
export type Touch = {
  /** Such as `changes/01-refunds.md`, `operation getWallet` or `component ledger`. */
  readonly source: string
  /** Null where it touches something and nobody can tell which services that concerns. */
  readonly services: readonly string[] | null
  /** Tenants that were seen to use it, whatever services they have. */
  readonly users: readonly string[]
}

export type Impact = {
  /** Services that any source names, sorted; empty where nothing is known. */
  readonly services: readonly string[]
  /** Ids of the tenants touched, in the order of their file. */
  readonly tenants: readonly string[]
  /** Whether it is all tenants for want of knowing better. */
  readonly isUnknown: boolean
  readonly touches: readonly Touch[]
  /** What a source says and the release does not declare. */
  readonly undeclared: readonly { readonly source: string; readonly service: string }[]
}

export type ImpactInput = {
  readonly release: Pick<Release, 'services'>
  readonly promised: Pick<Promised, 'tenants' | 'changes' | 'components'>
  /** Null before a run: what the contract says is not known yet. */
  readonly evidence: Pick<Evidence, 'contract' | 'coverage'> | null
}

export function makeImpact({ release, promised, evidence }: ImpactInput): Impact {
  const touches = [...touchesOfChanges(promised), ...touchesOfContract(evidence), ...touchesOfParts(promised)]
  const named = touches.flatMap(({ services }) => services ?? [])
  const services = [...new Set([...release.services, ...named])].toSorted()
  const isUnknown = services.length === 0 || touches.some(hasNoService) || services.some(isForeign(promised))
  const users = new Set(touches.flatMap((touch) => touch.users))
  const isTouched = (tenant: Promised['tenants'][number]): boolean =>
    isUnknown || users.has(tenant.id) || tenant.services.some((service) => services.includes(service))
  return {
    services,
    tenants: promised.tenants.filter(isTouched).map(({ id }) => id),
    isUnknown,
    touches,
    undeclared: touches.flatMap((touch) => findUndeclared(touch, release.services)),
  }
}

function touchesOfChanges({ changes }: ImpactInput['promised']): Touch[] {
  return changes.map(({ file, services, audience }) => ({
    source: nameOfChange(file),
    services,
    users: audience === 'all' ? [] : audience,
  }))
}

/** Its last two parts: where the project lies is nobody's business. */
function nameOfChange(file: string): string {
  return file.replaceAll('\\', '/').split('/').slice(-2).join('/')
}

function touchesOfContract(evidence: ImpactInput['evidence']): Touch[] {
  const operations = new Map(
    evidence?.coverage?.operations.map((operation) => [operation.operationId, operation]),
  )
  const { changes: found = [], unread = [] } = evidence?.contract ?? {}
  // What could not be compared may have changed.
  const byOperation = Map.groupBy([...found, ...unread], ({ operationId }) => operationId)
  return [...byOperation].map(([operationId, changes]) => {
    const operation = operations.get(operationId)
    const services = changes.flatMap((change) => change.services ?? operation?.services ?? [])
    return {
      source: `operation ${operationId}`,
      services: services.length === 0 ? null : [...new Set(services)],
      users: operation?.succeeded ?? [],
    }
  })
}

function touchesOfParts({ components = [] }: ImpactInput['promised']): Touch[] {
  return components.map(({ name, services }) => ({ source: `component ${name}`, services, users: [] }))
}

function hasNoService({ services }: Touch): boolean {
  return services === null
}

/** A service that nobody has may stand for any. */
function isForeign({ tenants }: ImpactInput['promised']): (service: string) => boolean {
  const known = new Set(tenants.flatMap(({ services }) => services))
  return (service) => !known.has(service)
}

function findUndeclared({ source, services }: Touch, declared: readonly string[]): Impact['undeclared'] {
  const missing = (services ?? []).filter((service) => !declared.includes(service))
  return missing.map((service) => ({ source, service }))
}
