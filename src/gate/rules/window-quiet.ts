// Releases are let in when the fewest people notice: the early hours of Monday, where the platform is at home. What is
// quiet there may be a busy evening elsewhere, so tenants whose hours it meets are named.
import { z } from 'zod'
import type { PromisedTenant } from '../../release/promised.ts'
import { quietPeriodSchema, type QuietPeriod } from '../../release/quiet-period.ts'
import type { ReleaseWindow } from '../../release/resolve-window.ts'
import { describeWindow, findWindow, needsWindow, notAsked } from '../release-window.ts'
import { defineRule, type Judgement, type RuleInput } from '../rule.ts'
import { daysAround, hoursOn, isWithin, overlaps, type Hours } from '../wall-hours.ts'

export const quietSettings = z.strictObject({
  /** Hours in the policy's zone that begin on a day of the week; 1 is Monday. */
  quiet: z
    .array(quietPeriodSchema)
    .min(1)
    .default([{ day: 1, from: '00:00', to: '05:00' }]),
})

export const windowQuiet = defineRule({
  id: 'window-quiet',
  settings: quietSettings,
  looser: { quiet: 'more' },
  evaluate({ settings: { quiet }, ...input }) {
    const { release, promised } = input
    const zone = promised?.provider.zone ?? null
    const expected = { quiet: quiet.map(renderPeriod), zone }
    if (release && !needsWindow(input)) return notAsked(release.kind, expected)
    const window = findWindow(input)
    const isQuiet = window !== null && zone !== null && quiet.some((one) => holds(one, window, zone))
    const trading = window ? listTrading(promised?.tenants ?? [], window) : []
    return {
      outcome: judge(release, { window, isQuiet, trading: trading.length }),
      expected,
      actual: {
        declared: release !== null,
        ...describeWindow(window),
        local: renderLocal(window?.start, zone),
        isQuiet,
        trading: trading.map(({ id, zone: own }) => `${id} ${renderLocal(window?.start, own)}`),
      },
      cases: [],
      tenants: isQuiet ? trading.map(({ id }) => id) : [],
    }
  },
})

function holds({ day, ...hours }: QuietPeriod, window: ReleaseWindow, zone: string): boolean {
  const days = daysAround(window, zone).filter(({ dayOfWeek }) => dayOfWeek === day)
  return days.some((one) => isWithin(window, hoursOn(one, hours, zone)))
}

/** Tenants whose trading hours it meets, by their own clocks. */
function listTrading(tenants: readonly PromisedTenant[], window: ReleaseWindow): PromisedTenant[] {
  return tenants.filter(({ tradingHours, zone }) => {
    if (tradingHours === undefined) return false
    const hours = readHours(tradingHours)
    return daysAround(window, zone).some((day) => overlaps(window, hoursOn(day, hours, zone)))
  })
}

/** `06:00-23:00` */
function readHours(written: string): Hours {
  const [from = '', to = ''] = written.split('-')
  return { from, to }
}

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function renderPeriod({ day, from, to }: QuietPeriod): string {
  return `${dayNames[day - 1]} ${from}-${to}`
}

function renderLocal(at: Temporal.Instant | undefined, zone: string | null): string {
  if (!at || zone === null) return ''
  const local = at.toZonedDateTimeISO(zone)
  return `${dayNames[local.dayOfWeek - 1]} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

type Found = { readonly window: ReleaseWindow | null; readonly isQuiet: boolean; readonly trading: number }

/** Emergencies and patches cannot wait for Monday. */
function judge(release: RuleInput['release'], { window, isQuiet, trading }: Found): Judgement['outcome'] {
  if (release === null || window === null) return 'inconclusive'
  if (!isQuiet) return release.kind === 'scheduled' ? 'fail' : 'warn'
  return trading > 0 ? 'warn' : 'pass'
}
