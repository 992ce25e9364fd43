// What the ledger says of each tenant: what was accepted, what bounced, and how long is left.
import type { LedgerEntry } from '../release/ledger.ts'
import type { Campaign, TenantPlan } from './campaign.ts'
import { isDelivered, makeDelivery } from './delivery.ts'
import { digestRecipient } from './ledger-line.ts'
import type { Message } from './message.ts'

export type ContactStatus = {
  readonly address: string
  /** `accepted`: what would be sent now was taken; `refused`: it was tried, and this was the last answer. */
  readonly state: 'accepted' | 'refused' | 'not-sent'
  /** When, as an instant; null where it was never tried. */
  readonly at: string | null
  readonly answer: string | null
}

export type TenantStatus = {
  readonly tenant: string
  readonly name: string
  /** Null where the tenant is not told of a window. */
  readonly notice: {
    readonly state: 'in-time' | 'late' | 'missing' | 'no-contact' | 'unknown'
    readonly revision: number
    readonly deadline: string | null
    readonly basis: string | null
    readonly unknown: string | null
    /** Negative where it is over; null where nobody can tell. */
    readonly minutesLeft: number | null
    readonly contacts: readonly ContactStatus[]
  } | null
  readonly notes: { readonly revision: number; readonly contacts: readonly ContactStatus[] }
}

export type NoticeStatus = {
  readonly schema: 'airlock.notice-status/1'
  readonly release: string
  readonly version: string
  readonly kind: string
  readonly window: { readonly start: string; readonly end: string } | null
  readonly at: string
  readonly ledgerHead: string | null
  readonly tenants: readonly TenantStatus[]
}

type Told = {
  readonly entries: readonly LedgerEntry[]
  readonly head: string | null
  readonly now: Temporal.Instant
}

export function makeStatus({ release, window, plans }: Campaign, told: Told): NoticeStatus {
  return {
    schema: 'airlock.notice-status/1',
    release: release.release,
    version: release.candidate.version,
    kind: release.kind,
    window: window && { start: window.start.toString(), end: window.end.toString() },
    at: told.now.toString({ smallestUnit: 'second' }),
    ledgerHead: told.head,
    tenants: plans.map((plan) => makeTenantStatus(plan, told)),
  }
}

function makeTenantStatus(plan: TenantPlan, told: Told): TenantStatus {
  const { tenant, notes } = plan
  const contactsOf = (message: Message): ContactStatus[] =>
    tenant.contacts.map((address) => makeContactStatus(address, message, told.entries))
  return {
    tenant: tenant.id,
    name: tenant.name,
    notice: makeNoticeStatus(plan, told, contactsOf),
    notes: { revision: notes.revision, contacts: contactsOf(notes) },
  }
}

function makeNoticeStatus(
  { notice, told }: TenantPlan,
  { now }: Told,
  contactsOf: (message: Message) => ContactStatus[],
): TenantStatus['notice'] {
  if (notice === null || told === null) return null
  const { deadline, unknown, state } = told
  return {
    state,
    revision: notice.revision,
    deadline: deadline?.at.toString() ?? null,
    basis: deadline?.basis ?? null,
    unknown,
    minutesLeft: deadline ? Math.floor(now.until(deadline.at).total('minutes')) : null,
    contacts: contactsOf(notice),
  }
}

function makeContactStatus(
  address: string,
  message: Message,
  entries: readonly LedgerEntry[],
): ContactStatus {
  const digest = digestRecipient(address)
  const own = entries.filter(
    (entry) =>
      entry.channel === 'smtp' &&
      entry.kind === message.kind &&
      entry.tenant === message.tenant &&
      entry.contentSha256 === message.contentSha256 &&
      [...entry.accepted, ...entry.refused.map(({ recipient }) => recipient)].includes(digest),
  )
  const delivery = makeDelivery(message, { channel: 'smtp', recipient: address, domain: '' })
  const isAccepted = isDelivered(delivery, own)
  const last = isAccepted ? own.find(({ accepted }) => accepted.includes(digest)) : own.at(-1)
  if (!last) return { address, state: 'not-sent', at: null, answer: null }
  return { address, state: isAccepted ? 'accepted' : 'refused', at: last.at, answer: last.answer }
}
