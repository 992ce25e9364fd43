// What counts of a ledger: that a server took it, for whom, and for which window. What was told of another window in
// between starts the clock anew, also when the window moves back to where it was.
import type { LedgerEntry } from '../release/ledger.ts'
import { digestRecipient } from './ledger-line.ts'
import type { ReleaseWindow } from '../release/resolve-window.ts'

export type Asked = {
  readonly entries: readonly LedgerEntry[]
  readonly release: string
  readonly tenant: string
  /** What a server took later has not happened yet. */
  readonly now: Temporal.Instant
}

/** Entries of the tenant's mailbox about this release that had been written by then, in their order. */
function selectMails({ entries, release, tenant, now }: Asked): LedgerEntry[] {
  return entries.filter(
    (entry) =>
      entry.channel === 'smtp' &&
      entry.release === release &&
      entry.tenant === tenant &&
      Temporal.Instant.compare(entry.at, now) <= 0,
  )
}

/** The notices that still hold for this window: those after the last word about another one. */
export function selectNotices(asked: Asked, window: ReleaseWindow): LedgerEntry[] {
  const told = selectMails(asked).filter(({ kind, accepted }) => kind !== 'notes' && accepted.length > 0)
  const last = told.findLastIndex((entry) => entry.kind !== 'notice' || !isOf(entry, window))
  return told.slice(last + 1)
}

function isOf({ window: named }: LedgerEntry, { start, end }: ReleaseWindow): boolean {
  return named !== null && start.equals(named.start) && end.equals(named.end)
}

/** Release notes about this version. */
export function selectNotes(asked: Asked, version: string): LedgerEntry[] {
  return selectMails(asked).filter((entry) => entry.kind === 'notes' && entry.version === version)
}

/** When a server first took one of these for the address; null where none did. */
export function findAcceptance(entries: readonly LedgerEntry[], address: string): Temporal.Instant | null {
  const digest = digestRecipient(address)
  const times = entries
    .filter(({ accepted }) => accepted.includes(digest))
    .map(({ at }) => Temporal.Instant.from(at))
  return times.toSorted((a, b) => Temporal.Instant.compare(a, b))[0] ?? null
}
