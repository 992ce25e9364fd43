// Features as text → everything that is wrong with them, also with those that cannot be parsed.
import { parseFeature, type Feature, type FeatureText } from '../parse-feature.ts'
import { findStepProblems, type StepProblem } from '../phrases/find-step-problems.ts'
import { listSteps } from '../phrases/list-steps.ts'
import type { PhraseBook } from '../phrases/phrase-book.ts'
import { listSyntaxProblems, type SyntaxProblem } from '../syntax-problems.ts'
import { compareFindings, makeFinding, type LintFinding } from './lint-finding.ts'
import type { LintContext, LintRule } from './lint-rule.ts'
import { businessWords } from './rules/business-words.ts'
import { keywordsSpelt } from './rules/keywords-spelt.ts'
import { namesPresent } from './rules/names-present.ts'
import { namesUnique } from './rules/names-unique.ts'
import { noFocus } from './rules/no-focus.ts'
import { givenFirst, oneWhen, thenAfterWhen, thenPresent } from './rules/order.ts'
import { outlinesExpanded } from './rules/outlines-expanded.ts'
import { featureShort, featuresHaveScenarios, scenariosHaveSteps } from './rules/shape.ts'
import { needsKnown, servicesKnown, severityKnown, tenantsKnown } from './rules/tag-values-known.ts'
import { tagsKnown } from './rules/tags-known.ts'
import { tagsVisible } from './rules/tags-visible.ts'

const rules: readonly LintRule[] = [
  businessWords,
  featureShort,
  featuresHaveScenarios,
  givenFirst,
  keywordsSpelt,
  namesPresent,
  namesUnique,
  needsKnown,
  noFocus,
  oneWhen,
  outlinesExpanded,
  scenariosHaveSteps,
  servicesKnown,
  severityKnown,
  tagsKnown,
  tagsVisible,
  tenantsKnown,
  thenAfterWhen,
  thenPresent,
]

export type Linted = { readonly findings: readonly LintFinding[]; readonly features: readonly Feature[] }

/** Every finding, sorted by place, and the features that could be read. */
export function lintFeatures(files: readonly FeatureText[], context: LintContext): Linted {
  const parsed = files.map((file) => ({ file, parsed: parseFeature(file) }))
  const features = parsed.flatMap(({ parsed: one }) => (one.ok ? one.value : []))
  const unreadable = parsed.flatMap(({ file, parsed: one }) =>
    one.ok
      ? []
      : listSyntaxProblems(one.problems, { text: file.text, book: context.book }).map(explainUnreadable),
  )
  const own = features.flatMap((feature) =>
    rules.flatMap(({ id, find }) =>
      find(feature, context).map((found) => makeFinding(id, feature.uri, found)),
    ),
  )
  const steps = context.book ? lintSteps(features, context.book) : []
  return { findings: [...unreadable, ...own, ...steps].toSorted(compareFindings), features }
}

function explainUnreadable({ problem, got, meant }: SyntaxProblem): LintFinding {
  const { file, line = 1, column = 1, received } = problem
  const place = { line, column }
  if (meant !== null) {
    const message = `"${meant.written}" is no keyword. Write "${meant.keyword}".`
    return makeFinding('keywords-spelt', file, { ...place, message })
  }
  const why = `Gherkin cannot read this: ${received}.`
  return makeFinding('gherkin-readable', file, {
    ...place,
    message: got === null ? why : `"${got}" cannot stand here.`,
  })
}

function lintSteps(features: readonly Feature[], book: PhraseBook): LintFinding[] {
  const steps = features.flatMap((feature) => feature.pickles.flatMap((entry) => listSteps(feature, entry)))
  return findStepProblems(steps, book).flatMap((problem) =>
    problem.places.map(({ uri, line, column }) =>
      problem.kind === 'undefined'
        ? makeFinding('steps-defined', uri, { line, column, ...explainUndefined(problem) })
        : makeFinding('steps-unambiguous', uri, { line, column, ...explainAmbiguous(problem) }),
    ),
  )
}

function explainUndefined({ text, near }: StepProblem) {
  return {
    message: `No phrase fits "${text}".${near.length > 0 ? ' Nearest:' : ''}`,
    hints: near.map(({ filled, definition: { keyword } }) => `${keyword} ${filled}`),
  }
}

function explainAmbiguous({ text, candidates }: StepProblem) {
  return {
    message: `More than one phrase fits "${text}". Say it so that one does, or make one narrower:`,
    hints: candidates.map(({ pattern, uri, line }) => `${pattern} (${uri}:${line})`),
  }
}
