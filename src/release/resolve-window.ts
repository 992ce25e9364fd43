// When a release is let in, as instants: what was written is wall time where the platform is at home.
import { longest } from './longest.ts'
import type { Problem } from './problem.ts'
import type { Release } from './release.ts'
import { resolveTime } from './wall-time.ts'
import { isZone } from './zone.ts'

export type ReleaseWindow = { readonly start: Temporal.Instant; readonly end: Temporal.Instant }

/** Where something is wrong, before anybody knows in which line that stands. */
export type Wrong = Pick<Problem, 'expected' | 'received'> & { readonly path: readonly string[] }

export type ResolvedWindow =
  | { readonly ok: true; readonly value: ReleaseWindow | null }
  | { readonly ok: false; readonly problems: readonly Wrong[] }

/** The window of a release, null where it has none, or what is wrong with it. `zone` is the policy's. */
export function resolveWindow({ window }: Pick<Release, 'window'>, zone: string): ResolvedWindow {
  if (!window) return { ok: true, value: null }
  if (!isZone(zone))
    return { ok: false, problems: [wrong('start', 'a time zone that is known in the policy', zone)] }
  const [start, end] = [resolveTime(window.start, zone), resolveTime(window.end, zone)]
  if (start.instant === null || end.instant === null) {
    const problems = [
      ...(start.instant === null ? [wrong('start', start.expected, window.start)] : []),
      ...(end.instant === null ? [wrong('end', end.expected, window.end)] : []),
    ]
    return { ok: false, problems }
  }
  const expected = findWrongEnd(start.instant, end.instant)
  if (expected !== null)
    return { ok: false, problems: [wrong('end', `${expected} the start, ${window.start}`, window.end)] }
  return { ok: true, value: { start: start.instant, end: end.instant } }
}

/** A window of years is a slip of the hand, and a verdict would hold as long. */
function findWrongEnd(start: Temporal.Instant, end: Temporal.Instant): string | null {
  if (Temporal.Instant.compare(start, end) >= 0) return 'a time after'
  return start.until(end).total('minutes') > longest.minutes ? 'a time within ten years of' : null
}

function wrong(key: string, expected: string, received: string): Wrong {
  return { path: ['window', key], expected, received }
}
