// When a pass begins to count: a release is let in from the start of its window on, whatever else holds before.
import type { Verdict } from '../gate/verdict.ts'

/** What whoever reads "may be deployed" has to know of the window that is still to come; null where there is none. */
export function describeOpening(verdict: Verdict, tell: (instant: string) => string): string | null {
  const opening = findOpening(verdict)
  if (opening === null) return null
  const { validUntil } = verdict
  // A waiver may end before, and the verdict with it.
  return validUntil !== null && validUntil < opening
    ? `This verdict ends before its window begins, at ${tell(opening)}, and lets nothing in: judge it again nearer to that.`
    : `Not before ${tell(opening)}: its window begins then.`
}

/** The start of the window that a pass has to wait for; null where it need not. */
function findOpening({ verdict, window, decidedAt }: Verdict): string | null {
  // Where nobody can tell the instant, it stands there as it was written.
  if (verdict !== 'pass' || window === null || !window.start.endsWith('Z')) return null
  return window.start > decidedAt ? window.start : null
}
