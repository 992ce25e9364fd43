// Whether a tenant was told of this window in time: what the gate asks, and what `notice status` shows.
import { isUnknown } from '../release/calendar/unknown.ts'
import type { Promised, PromisedTenant } from '../release/promised.ts'
import type { ReleaseWindow } from '../release/resolve-window.ts'
import { findAcceptance, selectNotices } from './find-acceptance.ts'
import type { Impact } from './impact.ts'
import { selectStopped } from './note.ts'
import { makeNoticeDeadline, type NoticeDeadline, type NoticeDue, type NoticeTerms } from './notice-terms.ts'

export type ContactTold = {
  readonly address: string
  /** When a server took the notice of this window for it; null where none did. */
  readonly at: Temporal.Instant | null
}

export type TenantTold = {
  readonly tenant: string
  /** Null where the calendars cannot tell. */
  readonly deadline: NoticeDeadline | null
  readonly unknown: string | null
  readonly contacts: readonly ContactTold[]
  /** `late`: told, but after the deadline. `unknown`: told, and nobody can say whether in time. */
  readonly state: 'in-time' | 'late' | 'missing' | 'no-contact' | 'unknown'
}

export type NoticeQuestion = {
  readonly due: NonNullable<NoticeDue>
  readonly release: string
  readonly window: ReleaseWindow
  readonly downtimeMinutes: number | null
  readonly promised: Promised
  /** By what is declared: a notice goes out before a run can find out more, and then `impact-declared` asks for it. */
  readonly impact: Impact
  readonly terms: NoticeTerms
  readonly now: Temporal.Instant
}

export function judgeNotice(tenant: PromisedTenant, asked: NoticeQuestion): TenantTold {
  const { release, promised, terms, now } = asked
  const entries = selectNotices(
    { entries: promised.ledger.entries, release, tenant: tenant.id, now },
    { ...asked, services: selectStopped(tenant, asked.impact) },
  )
  const contacts = tenant.contacts.map((address) => ({ address, at: findAcceptance(entries, address) }))
  const found = makeNoticeDeadline({ ...asked, tenant }, terms)
  const deadline = isUnknown(found) ? null : found
  return {
    tenant: tenant.id,
    deadline,
    unknown: isUnknown(found) ? found.unknown : null,
    contacts,
    state: judge(contacts, deadline),
  }
}

function judge(contacts: readonly ContactTold[], deadline: NoticeDeadline | null): TenantTold['state'] {
  if (contacts.length === 0) return 'no-contact'
  if (contacts.some(({ at }) => at === null)) return 'missing'
  if (deadline === null) return 'unknown'
  const isLate = contacts.some(({ at }) => at !== null && Temporal.Instant.compare(at, deadline.at) > 0)
  return isLate ? 'late' : 'in-time'
}
