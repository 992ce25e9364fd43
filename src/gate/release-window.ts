// When a release is let in, as the rules need it: instants, with the reason where nobody can tell them.
import type { ReleaseWindow } from '../release/resolve-window.ts'
import { resolveWindow } from '../release/resolve-window.ts'
import type { Facts, Judgement, RuleInput } from './rule.ts'

type Asked = Pick<RuleInput, 'release' | 'promised'>

/** Null where there is no release or no window in it, or where nobody can tell which instants it names. */
export function findWindow({ release, promised }: Asked): ReleaseWindow | null {
  if (release === null || promised === null) return null
  const resolved = resolveWindow(release, promised.provider.zone)
  return resolved.ok ? resolved.value : null
}

/** A patch that nobody notices is let in at any time, so it names no window. */
export function needsWindow({ release }: Pick<RuleInput, 'release'>): boolean {
  return release?.kind !== 'patch' || release.window !== undefined
}

/** The window in UTC, to whole minutes that hold all of it; null where it is not known. */
export function describeWindow(window: ReleaseWindow | null): { start: string | null; end: string | null } {
  const end = window?.end.round({ smallestUnit: 'minute', roundingMode: 'ceil' })
  return { start: window && renderMinute(window.start), end: end ? renderMinute(end) : null }
}

export function renderMinute(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'minute' })
}

/** What a rule says of a release that it does not ask: a patch has no window, and no other kind an emergency. */
export function notAsked(kind: string, expected: Facts = {}): Judgement {
  return { outcome: 'pass', expected, actual: { asked: false, kind }, cases: [], tenants: [] }
}
