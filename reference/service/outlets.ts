// Where a transaction happens. Only the tenant's own outlets exist; another tenant's is refused as an unknown one.
import { tenants, type Outlet } from '../model/tenant.ts'
import { Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'

export type Location = {
  readonly incomingIdentifier: string
  readonly parentIncomingIdentifier?: string | null | undefined
}

export function findOutlet(scope: Scope, location: Location): Outlet {
  const known = scope.faults.has('outlet-shared')
    ? tenants.flatMap(({ outlets }) => outlets)
    : scope.tenant.outlets
  const outlet = known.find((other) => other.incomingIdentifier === location.incomingIdentifier)
  if (!outlet) throw new Refusal('LOCATION_UNKNOWN', ['body.location.incomingIdentifier: unknown outlet'])
  return outlet
}
