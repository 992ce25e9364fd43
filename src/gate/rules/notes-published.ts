// Every client has the release notes of this version, also those for whom nothing changes: a client who hears nothing
// cannot know whether that is good news.
import { z } from 'zod'
import { findAcceptance, selectNotes } from '../../notice/find-acceptance.ts'
import type { Promised, PromisedTenant } from '../../release/promised.ts'
import { defineRule, type RuleInput } from '../rule.ts'

type Found = {
  readonly tenant: string
  readonly state: 'published' | 'missing' | 'withoutContact'
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
        withoutContact: some('withoutContact'),
      },
      cases: [],
      tenants: isKnown ? lacking.map(({ tenant }) => tenant) : [],
    }
  },
})

/** One of a tenant's addresses is enough: notes are for reading, and can be passed on. */
function find({ id, contacts }: PromisedTenant, { ledger }: Promised, { release, now }: RuleInput): Found {
  if (contacts.length === 0) return { tenant: id, state: 'withoutContact' }
  if (release === null) return { tenant: id, state: 'missing' }
  const asked = {
    entries: ledger.entries,
    release: release.release,
    tenant: id,
    now: Temporal.Instant.fromEpochMilliseconds(Math.round(now)),
  }
  const notes = selectNotes(asked, release.candidate.version)
  const isTold = contacts.some((address) => findAcceptance(notes, address) !== null)
  return { tenant: id, state: isTold ? 'published' : 'missing' }
}
