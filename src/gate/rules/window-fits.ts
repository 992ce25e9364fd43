// What is announced as minutes has to be minutes, and has to be over when the window is: begun too late in it, it ends
// when nobody was told of it any more.
import { z } from 'zod'
import { longest } from '../../release/longest.ts'
import type { Release } from '../../release/release.ts'
import type { ReleaseWindow } from '../../release/resolve-window.ts'
import { describeWindow, findWindow, needsWindow, notAsked } from '../release-window.ts'
import { defineRule, type Facts, type Judgement } from '../rule.ts'

const minuteMs = 60_000

export const fitSettings = z.strictObject({
  /** How much longer than expected it may take, as a factor. */
  margin: z.number().min(1).max(1000).default(1.5),
  /** Expected downtime from which on it is told, and beyond which it is too long. */
  warnMinutes: z.number().nonnegative().max(longest.minutes).default(5),
  maxMinutes: z.number().nonnegative().max(longest.minutes).default(10),
})

export const windowFits = defineRule({
  id: 'window-fits',
  settings: fitSettings,
  looser: { margin: 'less', warnMinutes: 'more', maxMinutes: 'more' },
  evaluate({ settings, now, ...input }) {
    const { release } = input
    const expected = { ...settings, now: renderSecond(now) }
    const minutes = release && findDowntime(release)
    if (release && !needsWindow(input) && minutes === 0) return notAsked(release.kind, expected)
    const window = findWindow(input)
    const fit = window && minutes !== null ? measureFit(window, minutes * settings.margin, now) : null
    return {
      outcome: judge(release, { minutes, fit, settings }),
      expected,
      actual: {
        declared: release !== null,
        kind: release?.kind ?? null,
        ...describeWindow(window),
        expectedDowntimeMinutes: minutes,
        ...describeFit(fit),
      },
      cases: [],
      tenants: [],
    }
  },
})

/** A patch is rolled out without downtime, so that one which says nothing of it expects none. */
function findDowntime({ kind, expectedDowntimeMinutes }: Release): number | null {
  return expectedDowntimeMinutes ?? (kind === 'patch' ? 0 : null)
}

/** The last moment, in milliseconds since 1970, at which it may begin and be over with the window. */
export function findLatestStart(
  { end }: ReleaseWindow,
  release: Release | null,
  { margin }: Pick<z.output<typeof fitSettings>, 'margin'>,
): number {
  return end.epochMilliseconds - ((release && findDowntime(release)) ?? 0) * margin * minuteMs
}

type Fit = {
  readonly length: number
  readonly needed: number
  /** Minutes from now, or from the start where that is to come, to the end. */
  readonly left: number
  readonly latestStart: string
}

function describeFit(fit: Fit | null): Facts {
  const { length = null, needed = null, left = null, latestStart = null } = fit ?? {}
  return { windowMinutes: length, minutesNeeded: needed, minutesLeft: left, latestStart }
}

function measureFit({ start, end }: ReleaseWindow, needed: number, now: number): Fit {
  const begin = Math.max(now, start.epochMilliseconds)
  return {
    length: toMinutes(end.epochMilliseconds - start.epochMilliseconds, Math.floor),
    needed: toMinutes(needed * minuteMs, Math.ceil),
    left: toMinutes(end.epochMilliseconds - begin, Math.floor),
    latestStart: renderSecond(end.epochMilliseconds - needed * minuteMs),
  }
}

/** To the hundredth, never in favour of the release: what is printed is what was compared. */
function toMinutes(ms: number, cut: (hundredths: number) => number): number {
  return cut(Math.round(ms) / (minuteMs / 100)) / 100
}

function renderSecond(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toString({ smallestUnit: 'second' })
}

type Found = {
  readonly minutes: number | null
  readonly fit: Fit | null
  readonly settings: z.output<typeof fitSettings>
}

function judge(release: Release | null, { minutes, fit, settings }: Found): Judgement['outcome'] {
  if (minutes !== null && minutes > (release?.kind === 'patch' ? 0 : settings.maxMinutes)) return 'fail'
  if (fit === null || minutes === null) return 'inconclusive'
  // After the end there is no room left for anything, also where no downtime is expected.
  if (fit.left <= 0 || fit.needed > fit.left) return 'fail'
  return minutes > settings.warnMinutes ? 'warn' : 'pass'
}
