// Faults a release really ships with, each behind a name. The code asks for one at the place where it would break;
// a suite that stays green under any of them has a hole.

import { accessFaults } from './access-faults.ts'
import { customerFaults } from './customer-faults.ts'
import { dashboardFaults } from './dashboard-faults.ts'
import type { Fault } from './fault.ts'
import { tillFaults } from './till-faults.ts'

export const faultTable = [
  ...accessFaults,
  ...customerFaults,
  ...tillFaults,
  ...dashboardFaults,
] as const satisfies readonly Fault[]

export type FaultName = (typeof faultTable)[number]['name']

/** Those that only the dashboard shows. */
export type DashboardFaultName = Extract<
  (typeof faultTable)[number],
  { readonly capability: 'dashboard' }
>['name']

export type Faults = ReadonlySet<FaultName>

export const faultNames: readonly FaultName[] = faultTable.map((fault) => fault.name)

export function isFaultName(name: string): name is FaultName {
  return (faultNames as readonly string[]).includes(name)
}
