// Figures and instants as people read them: grouped digits, and the tenant's own time with its zone named.
import type { Cell } from './table.ts'

const digits = new Intl.NumberFormat('en-GB')

export function renderNumber(value: number): string {
  return digits.format(value)
}

export function renderPoints(value: number): string {
  return `${renderNumber(value)} ${Math.abs(value) === 1 ? 'point' : 'points'}`
}

/** `25 Nov 2026, 15:56 GMT`: the short name of the zone tells summer from winter. */
export function renderLocalTime(instant: string, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  return format.format(Date.parse(instant))
}

export function makeTimeCell(instant: string, zone: string): Cell {
  return { text: renderLocalTime(instant, zone), instant }
}

export function makeNumberCell(value: number): Cell {
  return { text: renderNumber(value), value }
}
