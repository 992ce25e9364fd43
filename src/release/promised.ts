// What was promised to the clients besides the release itself: to whom, by whose calendar, and what they were told.
import type { Calendars } from './calendar/calendar.ts'
import type { Change } from './changes.ts'
import type { Freeze } from './freezes.ts'
import type { Ledger } from './ledger.ts'
import type { Tenant } from './tenant.ts'

/** A tenant without anything secret. */
export type PromisedTenant = Pick<
  Tenant,
  'id' | 'name' | 'zone' | 'calendar' | 'services' | 'contacts' | 'tradingHours' | 'language'
>

/** A part of the candidate that is another one than in the release before. */
export type ChangedComponent = {
  readonly name: string
  /** Services that depend on it; null where the documents do not say, which may be all of them. */
  readonly services: readonly string[] | null
}

export type Promised = {
  /** Where the platform is at home: zone of wall times without an offset, and its calendar; null where none is named. */
  readonly provider: { readonly zone: string; readonly calendar: string | null }
  /** Every client of the platform. */
  readonly tenants: readonly PromisedTenant[]
  readonly calendars: Calendars
  readonly freezes: readonly Freeze[]
  readonly changes: readonly Change[]
  /** From the bills of materials that the release names; absent where it names none. */
  readonly components?: readonly ChangedComponent[]
  readonly ledger: Ledger
}
