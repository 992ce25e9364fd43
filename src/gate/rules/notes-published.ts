// Every client has the release notes of this version as they are now, also those for whom nothing changes: a client who
// hears nothing cannot know whether that is good news.
import { z } from 'zod'
import { digestChanges } from '../../notice/digest-changes.ts'
import { findAcceptance, selectCurrentNotes, selectNotes } from '../../notice/find-acceptance.ts'
import type { LedgerEntry } from '../../release/ledger.ts'
import type { Promised, PromisedTenant } from '../../release/promised.ts'
import { defineRule, type RuleInput } from '../rule.ts'

type Found = {
  readonly tenant: string
  /** `outdated`: it has notes, and changes were written, reworded or taken back since. */
  readonly state: 'published' | 'outdated' | 'missing' | 'withoutContact'
}

export const notesPublished = defineRule({
  id: 'notes-published',
  settings: z.strictObject({}),
  evaluate(input) {
    const { release, promised } = input
    const found = promised?.tenants.map((tenant) => find(tenant, promised, input)) ?? []
    const lacking = found.filter(({ state }) => state !== 'published')
    const flaw = promised?.ledger.flaw ?? null
    const isKnown = release !== null && found.length > 0 && flaw === null
    const some = (wanted: Found['state']): string[] =>
      found.filter(({ state }) => state === wanted).map(({ tenant }) => tenant)
    const outcome = lacking.length > 0 ? 'fail' : 'pass'
    return {
      outcome: isKnown ? outcome : 'inconclusive',
      expected: { version: release?.candidate.version ?? null },
      actual: {
        declared: release !== null,
        flaw,
        tenants: found.length,
        published: found.length - lacking.length,
        missing: some('missing'),
        outdated: some('outdated'),
        withoutContact: some('withoutContact'),
      },
      cases: [],
      tenants: isKnown ? lacking.map(({ tenant }) => tenant) : [],
    }
  },
})

/** One of a tenant's addresses is enough: notes are for reading, and can be passed on. */
function find(tenant: PromisedTenant, promised: Promised, { release, now }: RuleInput): Found {
  const { id, contacts } = tenant
  if (contacts.length === 0) return { tenant: id, state: 'withoutContact' }
  if (release === null) return { tenant: id, state: 'missing' }
  const asked = {
    entries: promised.ledger.entries,
    release: release.release,
    tenant: id,
    now: Temporal.Instant.fromEpochMilliseconds(Math.round(now)),
  }
  const { version } = release.candidate
  const isTold = (notes: readonly LedgerEntry[]): boolean =>
    contacts.some((address) => findAcceptance(notes, address) !== null)
  const changesSha256 = digestChanges(tenant, promised)
  if (isTold(selectCurrentNotes(asked, { version, changesSha256 }))) return { tenant: id, state: 'published' }
  return { tenant: id, state: isTold(selectNotes(asked, version)) ? 'outdated' : 'missing' }
}
