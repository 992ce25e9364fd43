// What counts of a ledger: that a server took it, for whom, and for which window, downtime and services. What was told of
// another window, of a shorter downtime or of fewer services, starts the clock anew, also when it changes back to what it was; notes of other changes
// are none of these.
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

export type Announced = {
  readonly window: ReleaseWindow
  /** Null where the release does not state it. */
  readonly downtimeMinutes: number | null
  /** Those of the tenant that stop. */
  readonly services: readonly string[]
}

/** The notices that still hold: those after the last word about another window, or less than will be. */
export function selectNotices(asked: Asked, announced: Announced): LedgerEntry[] {
  const told = selectMails(asked).filter(({ kind, accepted }) => kind !== 'notes' && accepted.length > 0)
  const last = told.findLastIndex((entry) => entry.kind !== 'notice' || !isOf(entry, announced))
  return told.slice(last + 1)
}

/** Whether a line of the ledger is about this very window. */
export function namesWindow({ window }: LedgerEntry, { start, end }: ReleaseWindow): boolean {
  return window !== null && start.equals(window.start) && end.equals(window.end)
}

function isOf(entry: LedgerEntry, { window, downtimeMinutes, services }: Announced): boolean {
  const { downtimeMinutes: told, services: stopped } = entry
  const isWhole = services.every((service) => stopped?.includes(service) ?? true)
  // Who was told that nobody knows how long is surprised by nothing.
  return namesWindow(entry, window) && isWhole && (told ?? Number.POSITIVE_INFINITY) >= (downtimeMinutes ?? 0)
}

/** Release notes about this version, whatever changes they told of. */
export function selectNotes(asked: Asked, version: string): LedgerEntry[] {
  return selectMails(asked).filter((entry) => entry.kind === 'notes' && entry.version === version)
}

type Noted = {
  readonly version: string
  /** Of the changes that the notes have to tell of. */
  readonly changesSha256: string
}

/** Those that still hold: after the last ones that told of other changes. */
export function selectCurrentNotes(asked: Asked, { version, changesSha256 }: Noted): LedgerEntry[] {
  const told = selectNotes(asked, version).filter(({ accepted }) => accepted.length > 0)
  // Lines of earlier versions do not say of which they told.
  const last = told.findLastIndex((entry) => (entry.changesSha256 ?? changesSha256) !== changesSha256)
  return told.slice(last + 1)
}

/** When a server first took one of these for the address; null where none did. */
export function findAcceptance(entries: readonly LedgerEntry[], address: string): Temporal.Instant | null {
  const digest = digestRecipient(address)
  const times = entries
    .filter(({ accepted }) => accepted.includes(digest))
    .map(({ at }) => Temporal.Instant.from(at))
  return times.toSorted((a, b) => Temporal.Instant.compare(a, b))[0] ?? null
}
