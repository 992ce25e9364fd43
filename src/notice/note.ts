// What a release means for one tenant, before it is put into words: which changes, which services, what it must do.
import type { Change } from '../release/changes.ts'
import { changeTypes } from '../release/changes.ts'
import type { Promised, PromisedTenant } from '../release/promised.ts'
import type { Release } from '../release/release.ts'
import type { Impact } from './impact.ts'

/** Changes that concern the tenant: what it must do first, by its date; the rest by kind, in the order of their files. */
export function selectChanges(tenant: PromisedTenant, { changes }: Pick<Promised, 'changes'>): Change[] {
  const own = changes.filter((change) => concerns(change, tenant))
  return own.toSorted((a, b) => rankOf(a).localeCompare(rankOf(b), 'en'))
}

function concerns({ audience, services }: Change, tenant: PromisedTenant): boolean {
  if (audience !== 'all') return audience.includes(tenant.id)
  return services.some((service) => tenant.services.includes(service))
}

function rankOf({ actionRequired, actionBy = '9999-12-31', type, file }: Change): string {
  const first = actionRequired === undefined ? '1' : `0 ${actionBy}`
  return `${first} ${changeTypes.indexOf(type)} ${file}`
}

/** Who is told of the window: everybody of a downtime; without one, those whom the release touches. */
export function selectNoticed(
  release: Pick<Release, 'expectedDowntimeMinutes'>,
  { tenants }: Pick<Promised, 'tenants'>,
  impact: Impact,
): readonly PromisedTenant[] {
  if ((release.expectedDowntimeMinutes ?? 1) > 0) return tenants
  return tenants.filter(({ id }) => impact.tenants.includes(id))
}

/** What stops for the tenant in the window: what is touched; where that is none of its services, all of them. */
export function selectStopped(tenant: PromisedTenant, impact: Impact): readonly string[] {
  const touched = selectServices(tenant, impact)
  return touched.length > 0 ? touched : tenant.services
}

/** The tenant's services that the release touches: all of them where nobody knows. */
export function selectServices(
  { id, services }: PromisedTenant,
  { isUnknown, services: touched, tenants }: Impact,
): string[] {
  if (!tenants.includes(id)) return []
  return isUnknown ? [...services] : services.filter((service) => touched.includes(service))
}
