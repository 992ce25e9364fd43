// When a pass begins to count: a release is let in from the start of its window on, whatever else holds before.
import type { Verdict } from '../gate/verdict.ts'

/** The start of the window that a pass has to wait for; null where it need not. */
export function findOpening({ verdict, window, decidedAt }: Verdict): string | null {
  // Where nobody can tell the instant, it stands there as it was written.
  if (verdict !== 'pass' || window === null || !window.start.endsWith('Z')) return null
  return window.start > decidedAt ? window.start : null
}
