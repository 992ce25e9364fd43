// An operation that nobody could read is named in the same words by each rule that has to know it.
import type { UnreadEvidence } from '../evidence/contract/contract-evidence.ts'

export function describeUnread({ operationId, reason }: UnreadEvidence): string {
  return `${operationId}: ${reason}`
}
