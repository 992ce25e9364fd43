// How long before clients must be told, by the policy for this kind of release: whoever drafts, shows or tells uses what
// the gate will judge by.
import { makeDefaultPolicy, parsePolicy } from '../src/gate/policy/parse-policy.ts'
import type { Environment } from '../src/io/environment.ts'
import { requireValue } from '../src/io/read-text.ts'
import { noticeTermsSchema, type NoticeTerms } from '../src/notice/notice-terms.ts'
import type { ReleaseKind } from '../src/release/release.ts'
import { readPolicySource } from './read-question.ts'
import { defaultPolicy } from './read-release.ts'

export function readNoticeTerms(
  { policy, kind }: { readonly policy?: string | undefined; readonly kind: ReleaseKind },
  { cwd }: Environment,
): NoticeTerms {
  const source = readPolicySource(policy === defaultPolicy ? undefined : policy, cwd)
  const read = source === null ? makeDefaultPolicy(kind) : requireValue(parsePolicy(source, kind))
  return noticeTermsSchema.parse(read.rules['notice-given'].settings)
}
