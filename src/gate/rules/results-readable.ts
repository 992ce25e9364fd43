// A file that cannot be read may have held a failure, and so may one that hides behind another's identity: what can be
// read in two ways counts as not read.
import { z } from 'zod'
import type { ProblemKind } from '../../evidence/evidence.ts'
import { defineRule, idsOf, tenantsOf } from '../rule.ts'
import { casesOf, selectProblems } from '../select-problems.ts'

const hidingKinds = [
  'unreadable-result',
  'unreadable-container',
  'malformed-result',
  'duplicate-uuid',
  'shared-identity',
  'time-tie',
  'counts-disagree',
] as const satisfies ProblemKind[]

export const resultsReadable = defineRule({
  id: 'results-readable',
  settings: z.strictObject({
    /** An attachment that is not there hides no status, but says that files got lost. */
    missingAttachments: z.enum(['fail', 'warn']).default('fail'),
  }),
  looser: { missingAttachments: ['fail', 'warn'] },
  evaluate({ evidence, settings: { missingAttachments } }) {
    const hiding = selectProblems(evidence, hidingKinds)
    const attachments = selectProblems(evidence, ['missing-attachment'])
    const nothing = evidence.counts.results === 0
    const found = casesOf(evidence, [...hiding.all, ...attachments.all])
    const lost = attachments.all.length > 0 ? missingAttachments : 'pass'
    return {
      outcome: hiding.all.length > 0 ? 'fail' : nothing ? 'inconclusive' : lost,
      expected: { problems: 0 },
      actual: {
        results: evidence.counts.results,
        unreadable: hiding.count('unreadable-result') + hiding.count('unreadable-container'),
        malformed: hiding.count('malformed-result'),
        duplicateUuids: hiding.count('duplicate-uuid'),
        sharedIdentities: evidence.counts.sharedIdentities,
        timeTies: hiding.count('time-tie'),
        wrongCounts: hiding.count('counts-disagree'),
        missingAttachments: attachments.all.length,
        files: hiding.all.map(({ subject }) => subject).slice(0, 20),
      },
      cases: idsOf(found),
      tenants: tenantsOf(found),
    }
  },
})
