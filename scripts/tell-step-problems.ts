// What `plan` and `run` say of steps before anything runs: those that no phrase fits, and those that several fit.
import type { Environment } from '../src/io/environment.ts'
import { findCaseProblems } from '../src/plan/phrases/find-step-problems.ts'
import type { Definitions } from '../src/plan/phrases/definitions.ts'
import { findLostSteps } from '../src/plan/find-lost-scenarios.ts'
import { makePhraseBook, type PhraseBook } from '../src/plan/phrases/phrase-book.ts'
import type { Plan } from '../src/plan/plan.ts'
import { ConfigurationError } from '../src/release/problem.ts'
import { renderStepProblems } from '../src/report/render-step-problems.ts'
import type { Written } from './prepare-run.ts'
import { readStyle } from './read-style.ts'

type Asked = {
  readonly plan: Plan
  readonly written: Pick<Written, 'features'>
  readonly definitions: Definitions
  /** Whether the other cases will run. */
  readonly isRunNext: boolean
}

/** Tells them on stderr; how many of the planned cases have such a step. */
export function tellStepProblems(
  { plan, written, definitions, isRunNext }: Asked,
  environment: Environment,
): 'none' | 'some' | 'all' {
  const book = makePhraseBook(definitions)
  refuseLostSteps({ plan, written }, book)
  const { problems, cases } = findCaseProblems(plan.cases, written.features, book)
  if (problems.length === 0) return 'none'
  const found = cases.size === plan.cases.length ? 'all' : 'some'
  const text = renderStepProblems(problems, readStyle(environment.stderr, environment))
  const count = `${cases.size} of ${plan.cases.length} ${plan.cases.length === 1 ? 'case' : 'cases'}`
  environment.stderr.write(`${text}\n\n${count} cannot pass because of this${next(found, isRunNext)}.\n\n`)
  return found
}

/** What a scenario would show without its first step is not what it says. */
function refuseLostSteps({ plan, written }: Pick<Asked, 'plan' | 'written'>, book: PhraseBook): void {
  const planned = new Set(plan.cases.map(({ uri }) => uri))
  const lost = written.features
    .filter(({ uri }) => planned.has(uri))
    .flatMap((feature) => findLostSteps(feature, book))
  if (lost.length > 0) throw new ConfigurationError(lost)
}

function next(found: 'some' | 'all', isRunNext: boolean): string {
  if (!isRunNext) return ''
  return found === 'all' ? '; nothing was run' : '; the others still run'
}
