// Every operation of the contract was seen to do its work and to say no. What no scenario calls breaks unseen, and an
// operation that never refuses may have lost the check that did.
import { z } from 'zod'
import type { CoverageEvidence } from '../../evidence/contract/contract-evidence.ts'
import { describeUnread } from '../describe-unread.ts'
import { defineRule, type Judgement } from '../rule.ts'
import { writtenText as text } from '../../release/written-text.ts'

export const operationsCovered = defineRule({
  id: 'operations-covered',
  settings: z.strictObject({
    /** Part of the operations that must be covered. */
    min: z.number().min(0).max(1).default(1),
    /** Whether a refusal must have been seen of each operation that may refuse. */
    refusals: z.boolean().default(true),
    exclude: z.array(z.strictObject({ operation: text, reason: text })).default([]),
  }),
  looser: { min: 'less', refusals: 'less', exclude: 'more' },
  evaluate({ evidence: { coverage }, settings: { min, refusals, exclude } }) {
    const { operations = [], unread: lost = [] } = coverage ?? {}
    const isCounted = ({ operationId }: Named) => !exclude.some(({ operation }) => operation === operationId)
    const [counted, unread] = [operations.filter(isCounted), lost.filter(isCounted)]
    const lacking = counted.flatMap((operation) => describeLack(operation, refusals))
    const all = counted.length + unread.length
    const unused = exclude.filter(
      ({ operation }) => ![...operations, ...lost].some(({ operationId }) => operationId === operation),
    )
    return {
      outcome: judge({
        operations: all,
        // Too few for certain: those that could not be read may all be covered.
        isShort: (all - lacking.length) / all < min,
        unread: unread.length,
        unused: unused.length,
      }),
      expected: { min, refusals, excluded: exclude.length },
      actual: {
        operations: operations.length,
        covered: counted.length - lacking.length,
        lacking: lacking.map(({ operationId, what }) => `${operationId}: ${what}`),
        ...(unread.length > 0 && { unread: unread.map(describeUnread) }),
        unusedExclusions: unused.map(({ operation }) => operation),
      },
      cases: [],
      tenants: [],
    }
  },
})

type Operation = CoverageEvidence['operations'][number]
type Named = Pick<Operation, 'operationId'>

function describeLack(operation: Operation, refusals: boolean): { operationId: string; what: string }[] {
  const { operationId, succeeded, refused, isRefusable } = operation
  const lacks = [
    ...(succeeded.length === 0 ? ['no success'] : []),
    ...(refusals && isRefusable && refused.length === 0 ? ['no refusal'] : []),
  ]
  return lacks.length === 0 ? [] : [{ operationId, what: lacks.join(' and ') }]
}

/** Nothing to cover is nothing covered. An exclusion that nothing needs would excuse the next gap unseen. */
function judge({
  operations,
  isShort,
  unread,
  unused,
}: {
  operations: number
  isShort: boolean
  unread: number
  unused: number
}): Judgement['outcome'] {
  if (operations === 0) return 'inconclusive'
  if (isShort) return 'fail'
  if (unread > 0) return 'inconclusive'
  return unused > 0 ? 'warn' : 'pass'
}
