// People answer for a release, each in a role and none of them for their own work, and they answer for this build: what
// they had before them were the results of the last run.
import { z } from 'zod'
import type { Evidence } from '../../evidence/evidence.ts'
import { writtenText } from '../../release/written-text.ts'
import { findFlaw, findVacant, flaws, type Approval, type Flaw, type Ground } from '../approvals.ts'
import { findCandidate } from '../observe-candidate.ts'
import { defineRule, type Judgement, type RuleInput } from '../rule.ts'

const roles = z.array(writtenText)

const approvedSettings = z.strictObject({
  /** Who has to approve, by kind of release. */
  roles: z
    .strictObject({
      scheduled: roles.default(['qa', 'release-manager']),
      emergency: roles.default(['release-manager']),
      patch: roles.default(['qa']),
    })
    .prefault({}),
  /** Whether an approval has to name the digest of what it approves. */
  requireDigest: z.boolean().default(false),
})

export const approved = defineRule({
  id: 'approved',
  settings: approvedSettings,
  looser: { roles: 'less', requireDigest: 'less' },
  evaluate({ settings, ...input }) {
    const { release } = input
    const needed = release ? settings.roles[release.kind] : []
    const ground = findGround(input, settings.requireDigest)
    const given = release?.approvals ?? []
    const judged = given.map((approval) => ({ approval, flaw: ground && findFlaw(approval, ground) }))
    const good = judged.filter(({ flaw }) => flaw === null).map(({ approval }) => approval)
    const vacant = findVacant(needed, good)
    return {
      outcome: judge({ vacant: vacant.length, isKnown: ground !== null && needed.length > 0 }),
      expected: { roles: needed, requireDigest: settings.requireDigest },
      actual: {
        declared: release !== null,
        approvals: given.length,
        counted: ground ? good.length : 0,
        vacant,
        ...describeFlaws(judged),
        author: release?.author ?? null,
        runEnded: renderEnd(input.evidence),
      },
      cases: [],
      tenants: [],
    }
  },
})

/** Null where it is not known what an approval would have to be. */
function findGround({ evidence, release, promised, now }: RuleInput, requireDigest: boolean): Ground | null {
  const end = evidence.seal?.end ?? null
  if (release?.author === undefined || promised === null || end === null) return null
  const digest = findCandidate(evidence, release)?.digest ?? null
  return { author: release.author, end, now, zone: promised.provider.zone, digest, requireDigest }
}

type Judged = { readonly approval: Approval; readonly flaw: Flaw | null }

/** Who gave approvals that do not count, by the reason. */
function describeFlaws(judged: readonly Judged[]): Record<Flaw, string[]> {
  const entries = flaws.map((flaw) => {
    const some = judged.filter((one) => one.flaw === flaw)
    return [flaw, some.map(({ approval: { by, role } }) => `${role} ${by}`)] as const
  })
  return Object.fromEntries(entries) as Record<Flaw, string[]>
}

function renderEnd({ seal }: Evidence): string | null {
  if (!seal) return null
  return Temporal.Instant.fromEpochMilliseconds(Math.round(seal.end)).toString({ smallestUnit: 'second' })
}

/** A role for which nobody has signed at all is vacant, whatever is not known. */
function judge({ vacant, isKnown }: { vacant: number; isKnown: boolean }): Judgement['outcome'] {
  if (vacant > 0) return 'fail'
  return isKnown ? 'pass' : 'inconclusive'
}
