// Which references have been answered, to which request, and how: a till that asks again gets the same answer and has no
// second effect, and one that says something else under the same reference is refused.
import { makeDigest } from './digest.ts'
import { Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'

/** A reference binds once for each kind: the spend that pays for a basket may have the basket's own. */
export type ReplyKind = 'SETTLE' | 'SPEND' | 'REFUND'

export type Asked = { readonly kind: ReplyKind; readonly reference: string; readonly request: unknown }

/** The answer to a request under its reference, worked out the first time only. */
export function replyOnce<Answer>(scope: Scope, asked: Asked, work: () => Answer): Answer {
  return scope.store.write(() => {
    const digest = makeDigest(asked.request)
    const known = findReply(scope, asked)
    if (known && known.digest !== digest) throw new Refusal('REFERENCE_USED')
    // Written by this very function for this kind, so its shape is known.
    if (known) return JSON.parse(known.answer) as Answer
    const answer = work()
    const sql = 'INSERT INTO reply (tenant, kind, reference, digest, answer) VALUES (?, ?, ?, ?, ?)'
    scope.store.run(sql, scope.tenant.id, asked.kind, asked.reference, digest, JSON.stringify(answer))
    return answer
  })
}

function findReply(scope: Scope, { kind, reference }: Asked): { digest: string; answer: string } | undefined {
  const sql = 'SELECT digest, answer FROM reply WHERE tenant = ? AND kind = ? AND reference = ?'
  const row = scope.store.get(sql, scope.tenant.id, kind, reference)
  return row && { digest: String(row['digest']), answer: String(row['answer']) }
}
