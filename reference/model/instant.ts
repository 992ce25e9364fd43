// How the platform writes time: ISO 8601 in whole seconds with a numeric offset, and in a few old answers without one.
import { z } from 'zod'

/** An instant as clients write it; the offset is required, so that nobody has to guess a zone. */
export const instantSchema = z.iso
  .datetime({ offset: true, error: 'expected a date and time with an offset, as 2026-11-30T03:00:00+00:00' })
  .meta({ id: 'Instant', examples: ['2026-11-30T03:00:00+00:00'] })

/** Date and time without an offset, as `token/create` and schemes write it. Always UTC. */
export const plainInstantSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
  .meta({ id: 'PlainInstant', examples: ['2026-11-30 03:00:00'] })

/** The end of what has no end: accounts stop at the 32-bit limit, campaigns at the last representable year. */
export const endless = {
  account: '2038-01-19T03:14:07+00:00',
  campaign: '9999-12-30T23:59:59+00:00',
} as const

export function renderInstant(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, '+00:00')
}

export function renderPlainInstant(instant: string): string {
  return new Date(instant).toISOString().slice(0, 19).replace('T', ' ')
}

/** Windows are compared in whole seconds and hold both of their edges. */
export function isWithin(window: { start: string; end: string }, nowMs: number): boolean {
  return !isBefore(window.start, nowMs) && !isOver(window.end, nowMs)
}

/** The start has not come yet. */
export function isBefore(start: string, nowMs: number): boolean {
  return wholeSeconds(nowMs) < wholeSeconds(Date.parse(start))
}

/** The end's last second has gone by. */
export function isOver(end: string, nowMs: number): boolean {
  return wholeSeconds(nowMs) > wholeSeconds(Date.parse(end))
}

function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000)
}
