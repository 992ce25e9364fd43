// What lint has to say about one place of one file, for people, for code hosts and for whoever reads JSON.
import { compareTexts } from '../../release/by-text.ts'

export const lintRules = {
  'business-words': 'error',
  'calendars-there': 'warning',
  'code-loads': 'error',
  'contacts-given': 'warning',
  'definitions-usable': 'error',
  'definitions-used': 'warning',
  'feature-short': 'warning',
  'features-have-scenarios': 'error',
  'gherkin-readable': 'error',
  'given-first': 'error',
  'keywords-spelt': 'error',
  'names-present': 'error',
  'names-unique': 'error',
  'needs-known': 'error',
  'no-focus': 'error',
  'one-when': 'error',
  'outlines-expanded': 'error',
  'phrases-explained': 'warning',
  'policy-readable': 'error',
  'scenarios-have-steps': 'error',
  'services-known': 'error',
  'severity-known': 'error',
  'steps-defined': 'error',
  'steps-unambiguous': 'error',
  'tags-known': 'error',
  'tags-visible': 'error',
  'tenants-known': 'error',
  'then-after-when': 'error',
  'then-present': 'error',
} as const

/** Reads as the state that should hold. */
export type LintRuleId = keyof typeof lintRules

/** A warning is told and fails nothing. */
export type LintLevel = (typeof lintRules)[LintRuleId]

export type LintFinding = {
  readonly file: string
  /** Lines and columns count from 1. */
  readonly line: number
  readonly column: number
  readonly rule: LintRuleId
  readonly level: LintLevel
  /** What is wrong and what to do. */
  readonly message: string
  /** More to choose from, such as the nearest phrases. */
  readonly hints: readonly string[]
}

/** A finding before it is known whose it is. */
export type Found = {
  readonly line: number
  readonly column?: number | undefined
  readonly message: string
  readonly hints?: readonly string[]
}

export function makeFinding(
  rule: LintRuleId,
  file: string,
  { line, column = 1, message, hints = [] }: Found,
): LintFinding {
  return { file, line, column, rule, level: lintRules[rule], message, hints }
}

/** By file, then from top to bottom. */
export function compareFindings(a: LintFinding, b: LintFinding): number {
  return (
    compareTexts(a.file, b.file) || a.line - b.line || a.column - b.column || compareTexts(a.rule, b.rule)
  )
}
