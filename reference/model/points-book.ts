// How the points of an account came and when they go: what expires when, what is still pending, what a spend holds. It is
// kept beside the balances and decides nothing about them: a lot only says until when so many of them last.

/** Points that last until the end of one month. Only schemes whose points expire keep lots. */
export type Lot = { readonly points: number; readonly untilMs: number }

/** Points a purchase earned that are not the customer's yet. */
export type Pending = {
  readonly pendingId: string
  readonly points: number
  readonly releaseMs: number
  /** Until when they last once they are released; null where the scheme's points do not expire. */
  readonly untilMs: number | null
  /** The purchase, so that its refund finds them. */
  readonly reference: string | null
}

/** Points of a spend that is neither settled nor voided. */
export type Hold = {
  readonly walletTransactionId: string
  readonly points: number
  /** When it lapses by itself; null where the points are spent already and only may be given back. */
  readonly untilMs: number | null
  /** What was taken for it, to be put back where it came from. */
  readonly taken: readonly Lot[]
}

export type PointsBook = {
  readonly lots: readonly Lot[]
  readonly pending: readonly Pending[]
  readonly holds: readonly Hold[]
}

export const emptyBook: PointsBook = { lots: [], pending: [], holds: [] }

export function addLot(lots: readonly Lot[], points: number, untilMs: number | null): Lot[] {
  if (untilMs === null || points <= 0) return [...lots]
  const same = lots.filter((lot) => lot.untilMs === untilMs)
  const others = lots.filter((lot) => lot.untilMs !== untilMs)
  return [...others, { points: points + sumPoints(same), untilMs }].sort((a, b) => a.untilMs - b.untilMs)
}

/** Takes points away, those that end first before the others, and says which they were. */
export function takeLots(lots: readonly Lot[], points: number): { left: Lot[]; taken: Lot[] } {
  let missing = points
  const left: Lot[] = []
  const taken: Lot[] = []
  for (const lot of lots) {
    const part = Math.min(lot.points, Math.max(0, missing))
    missing -= part
    if (part > 0) taken.push({ ...lot, points: part })
    if (part < lot.points) left.push({ ...lot, points: lot.points - part })
  }
  return { left, taken }
}

/** Lots never say more than there is: where a balance was below zero, what comes in fills that first. */
export function fitLots(lots: readonly Lot[], balance: number): Lot[] {
  return takeLots(lots, sumPoints(lots) - Math.max(0, balance)).left
}

export function sumPoints(parts: readonly { readonly points: number }[]): number {
  return parts.reduce((total, { points }) => total + points, 0)
}

export type Due =
  | { readonly kind: 'lapse'; readonly atMs: number; readonly hold: Hold }
  | { readonly kind: 'release'; readonly atMs: number; readonly pending: Pending }
  | { readonly kind: 'expiry'; readonly atMs: number; readonly points: number }

/** What time brings next, if its moment has come. Points that a spend holds do not expire while it does. */
export function findDue(book: PointsBook, usable: number, nowMs: number): Due | null {
  const due = [...listLapses(book), ...listReleases(book), ...listExpiries(book, usable)]
  const [first] = due.filter(({ atMs }) => atMs <= nowMs).sort((a, b) => a.atMs - b.atMs)
  return first ?? null
}

function listLapses({ holds }: PointsBook): Due[] {
  return holds.flatMap((hold) => (hold.untilMs === null ? [] : [{ kind: 'lapse', atMs: hold.untilMs, hold }]))
}

function listReleases({ pending }: PointsBook): Due[] {
  return pending.map((part) => ({ kind: 'release', atMs: part.releaseMs, pending: part }))
}

/** A month's last second still counts, so they are gone with the first of the next. */
function listExpiries({ lots }: PointsBook, usable: number): Due[] {
  const [first] = lots
  if (!first) return []
  const ending = sumPoints(lots.filter(({ untilMs }) => untilMs === first.untilMs))
  const points = Math.min(ending, usable)
  return points > 0 ? [{ kind: 'expiry', atMs: first.untilMs + 1000, points }] : []
}

/** The last second of the month that lies so many months after, as the zone's calendar has it. */
export function evaluateMonthEnd(fromMs: number, months: number, zone: string): number {
  const month = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(zone).toPlainDate()
  const next = month.with({ day: 1 }).add({ months: months + 1 })
  return next.toZonedDateTime({ timeZone: zone }).epochMilliseconds - 1000
}
