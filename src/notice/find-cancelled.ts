// A maintenance that clients were told will not be is not announced to them again by whoever just sends once more.
import type { LedgerEntry } from '../release/ledger.ts'
import type { Problem } from '../release/problem.ts'
import type { Campaign } from './campaign.ts'
import { namesWindow } from './find-acceptance.ts'

type Told = {
  /** Its release.yaml, relative to the project. */
  readonly file: string
  readonly entries: readonly LedgerEntry[]
}

/** A problem where the last word to anybody about the window of the release is that it was cancelled. */
export function findCancelled({ release, window, plans }: Campaign, { file, entries }: Told): Problem[] {
  if (window === null || plans.every(({ notice }) => notice === null)) return []
  const told = entries.filter(
    ({ kind, accepted, ...entry }) =>
      kind !== 'notes' && accepted.length > 0 && entry.release === release.release,
  )
  const last = [...new Map(told.map((entry) => [entry.tenant, entry])).values()]
  if (!last.some((entry) => entry.kind === 'cancellation' && namesWindow(entry, window))) return []
  return [
    {
      file,
      path: 'window',
      expected: 'another window than the one that was cancelled',
      received: `${window.start.toString()} to ${window.end.toString()}`,
      remedy: 'Give the release another one: clients were told that this will not be. Nothing was sent.',
    },
  ]
}
