// A rule looks at one feature as it was parsed; what it needs of the rest of the project comes in as values.
import type { Feature } from '../parse-feature.ts'
import type { PhraseBook } from '../phrases/phrase-book.ts'
import type { Found, LintRuleId } from './lint-finding.ts'

export type LintContext = {
  readonly tenants: readonly string[]
  readonly services: readonly string[]
  /** What targets offer. */
  readonly needs: readonly string[]
  /** Tags of the team's own that nothing obeys. */
  readonly freeTags: readonly string[]
  /** Null where the code could not be loaded. */
  readonly book: PhraseBook | null
}

export type LintRule = {
  readonly id: LintRuleId
  readonly find: (feature: Feature, context: LintContext) => readonly Found[]
}
