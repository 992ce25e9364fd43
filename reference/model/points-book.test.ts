// When points end and in which order they go, to the second.
import { describe, expect, it } from 'vitest'
import {
  addLot,
  emptyBook,
  evaluateMonthEnd,
  findDue,
  fitLots,
  takeLots,
  type PointsBook,
} from './points-book.ts'

const end = (from: string, months: number, zone: string) =>
  new Date(evaluateMonthEnd(Date.parse(from), months, zone)).toISOString()

it.each([
  { from: '2027-08-31T10:00:00Z', months: 6, zone: 'Europe/London', until: '2028-02-29T23:59:59.000Z' },
  { from: '2026-08-31T10:00:00Z', months: 6, zone: 'Europe/London', until: '2027-02-28T23:59:59.000Z' },
  // The clock is put forward on the last Sunday of March, so the month ends an hour earlier by UTC.
  { from: '2027-02-10T10:00:00Z', months: 1, zone: 'Europe/London', until: '2027-03-31T22:59:59.000Z' },
  { from: '2027-02-01T02:00:00Z', months: 1, zone: 'America/New_York', until: '2027-03-01T04:59:59.000Z' },
  { from: '2027-01-31T20:00:00Z', months: 1, zone: 'Asia/Dubai', until: '2027-03-31T19:59:59.000Z' },
  { from: '2027-01-31T19:59:59Z', months: 1, zone: 'Asia/Dubai', until: '2027-02-28T19:59:59.000Z' },
  { from: '2027-12-15T10:00:00Z', months: 12, zone: 'Asia/Dubai', until: '2028-12-31T19:59:59.000Z' },
])(
  'what comes in at $from for $months months in $zone lasts until $until',
  ({ from, months, zone, until }) => {
    expect(end(from, months, zone)).toBe(until)
  },
)

describe('lots', () => {
  const lots = [
    { points: 10, untilMs: 1000 },
    { points: 20, untilMs: 2000 },
  ]

  it('are taken from the one that ends first, and say which they were', () => {
    expect(takeLots(lots, 15)).toEqual({
      taken: [
        { points: 10, untilMs: 1000 },
        { points: 5, untilMs: 2000 },
      ],
      left: [{ points: 15, untilMs: 2000 }],
    })
    expect(takeLots(lots, 0)).toEqual({ taken: [], left: lots })
    expect(takeLots(lots, 99).left).toEqual([])
  })

  it('of one end are one, in the order of their ends', () => {
    expect(addLot(lots, 5, 1000)[0]).toEqual({ points: 15, untilMs: 1000 })
    expect(addLot(lots, 5, 1500).map(({ untilMs }) => untilMs)).toEqual([1000, 1500, 2000])
    expect(addLot(lots, 5, null)).toEqual(lots)
  })

  it('never say more than there is', () => {
    expect(fitLots(lots, 12)).toEqual([{ points: 12, untilMs: 2000 }])
    expect(fitLots(lots, -5)).toEqual([])
    expect(fitLots(lots, 40)).toEqual(lots)
  })
})

describe('what is due', () => {
  const hold = { walletTransactionId: '1', points: 5, untilMs: 3000, taken: [] }
  const pending = { pendingId: '2', points: 7, releaseMs: 2000, untilMs: null, reference: null }
  const book: PointsBook = { lots: [{ points: 10, untilMs: 500 }], pending: [pending], holds: [hold] }

  it('comes one after the other, each at its own moment', () => {
    expect(findDue(book, 10, 1499)).toBeNull()
    expect(findDue(book, 10, 1500)).toMatchObject({ kind: 'expiry', atMs: 1500, points: 10 })
    expect(findDue({ ...book, lots: [] }, 10, 3000)).toMatchObject({ kind: 'release', atMs: 2000 })
    expect(findDue({ ...book, lots: [], pending: [] }, 10, 3000)).toMatchObject({ kind: 'lapse', atMs: 3000 })
    expect(findDue(emptyBook, 10, 9999)).toBeNull()
  })

  it('leaves alone what a spend holds, and spends that are done', () => {
    expect(findDue({ ...book, pending: [], holds: [] }, 4, 9999)).toMatchObject({ points: 4 })
    expect(findDue({ ...book, pending: [], holds: [] }, 0, 9999)).toBeNull()
    const spent = { ...hold, untilMs: null }
    expect(findDue({ ...emptyBook, holds: [spent] }, 10, 9999)).toBeNull()
  })
})
