// An emergency skips most of what clients were promised, so it has to say why, and somebody besides its author has to
// have called it one.
import { z } from 'zod'
import { isSamePerson } from '../../release/person.ts'
import type { Release } from '../../release/release.ts'
import { notAsked } from '../release-window.ts'
import { defineRule, type Judgement } from '../rule.ts'

export const emergencyJustified = defineRule({
  id: 'emergency-justified',
  settings: z.strictObject({}),
  evaluate({ release }) {
    const expected = { fields: ['reason', 'declaredBy', 'reference'], byAnother: true }
    if (release && release.kind !== 'emergency') return notAsked(release.kind, expected)
    const found = release ? lookAt(release) : nothing
    const isWrong = found.missing.length > 0 || found.byAuthor
    return {
      outcome: judge(isWrong, found.authorKnown),
      expected,
      actual: { declared: release !== null, ...found },
      cases: [],
      tenants: [],
    }
  },
})

const nothing = { missing: [], declaredBy: null, byAuthor: false, authorKnown: false, reference: null }

function lookAt(release: Release) {
  const { declaredBy = null, reference = null } = release.emergency ?? {}
  const author = release.author ?? null
  const byAuthor = declaredBy !== null && author !== null && isSamePerson(declaredBy, author)
  return { missing: findMissing(release), declaredBy, byAuthor, authorKnown: author !== null, reference }
}

function judge(isWrong: boolean, isKnown: boolean): Judgement['outcome'] {
  if (isWrong) return 'fail'
  return isKnown ? 'pass' : 'inconclusive'
}

function findMissing({ emergency }: Release): string[] {
  const { reason = '', declaredBy = '', reference = '' } = emergency ?? {}
  const fields = Object.entries({ reason, declaredBy, reference })
  return fields.filter(([, value]) => value.trim() === '').map(([name]) => name)
}
