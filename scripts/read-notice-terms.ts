// How long before clients must be told, by the policy for this kind of release: whoever drafts, shows or tells uses what
// the gate will judge by.
import { makeDefaultPolicy, parsePolicy } from '../src/gate/policy/parse-policy.ts'
import type { Policy } from '../src/gate/policy/policy.ts'
import { quietSettings } from '../src/gate/rules/window-quiet.ts'
import type { Environment } from '../src/io/environment.ts'
import { requireValue } from '../src/io/read-text.ts'
import { noticeTermsSchema, type NoticeTerms } from '../src/notice/notice-terms.ts'
import type { ReleaseKind } from '../src/release/release.ts'
import { readPolicySource } from './read-question.ts'
import { defaultPolicy } from './read-release.ts'

type Asked = { readonly policy?: string | undefined; readonly kind: ReleaseKind }

export function readNoticeTerms(asked: Asked, environment: Environment): NoticeTerms {
  return noticeTermsOf(readInForce(asked, environment))
}

/** The same for a draft, and the hours in which it may be let in. */
export function readDraftTerms(asked: Asked, environment: Environment) {
  const policy = readInForce(asked, environment)
  const { quiet } = quietSettings.parse(policy.rules['window-quiet'].settings)
  return { ...noticeTermsOf(policy), quiet }
}

function noticeTermsOf({ rules }: Policy): NoticeTerms {
  return noticeTermsSchema.parse(rules['notice-given'].settings)
}

function readInForce({ policy, kind }: Asked, { cwd }: Environment): Policy {
  const source = readPolicySource(policy === defaultPolicy ? undefined : policy, cwd)
  return source === null ? makeDefaultPolicy(kind) : requireValue(parsePolicy(source, kind))
}
