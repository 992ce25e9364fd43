// What was sent to whom and what the server said: append-only lines, each with the digest of the one before. A notice
// counts from when a server took it, for the recipients it took, and for the window it named.
import { z } from 'zod'

const instant = z.iso.datetime()

export const ledgerEntrySchema = z.strictObject({
  schema: z.literal('airlock.notice/1'),
  /** sha256 of the line before, as hex; null in the first. */
  previous: z.string().nullable(),
  /** When the server answered. */
  at: instant,
  release: z.string(),
  /** Version the message was about. */
  version: z.string(),
  kind: z.enum(['notice', 'notes', 'cancellation']),
  tenant: z.string(),
  channel: z.enum(['smtp', 'slack', 'teams', 'statuspage']),
  /** Counts up when the window or the words change; SEQUENCE of the calendar file. */
  revision: z.int().nonnegative(),
  /** The window it named; null in notes. */
  window: z.strictObject({ start: instant, end: instant }).nullable(),
  /** The downtime it named; null where it named none. Lines of earlier versions do not say. */
  downtimeMinutes: z.number().nonnegative().nullable().optional(),
  /** Services that it said would stop; null in notes. Lines of earlier versions do not say. */
  services: z.array(z.string()).nullable().optional(),
  /** sha256 of the changes that notes told of, as hex; null in a notice. Lines of earlier versions do not say. */
  changesSha256: z.string().nullable().optional(),
  /** sha256 of what was sent, as hex. */
  contentSha256: z.string(),
  messageId: z.string().nullable(),
  /** The server's own words. */
  answer: z.string(),
  /** sha256 of each address, as hex: a ledger is no list of addresses. */
  accepted: z.array(z.string()),
  refused: z.array(z.strictObject({ recipient: z.string(), answer: z.string() })),
})

export type LedgerEntry = z.output<typeof ledgerEntrySchema>

export type Ledger = {
  readonly entries: readonly LedgerEntry[]
  /** sha256 of the last line, as hex; null where there is none. */
  readonly head: string | null
  /** Why it cannot be relied on: a line that was changed, cut, taken out or moved; null where it can. */
  readonly flaw: string | null
}

export const emptyLedger: Ledger = { entries: [], head: null, flaw: null }
