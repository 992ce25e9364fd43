// Of a line that it cannot read Gherkin tells all it could have taken; a person wants to know what she wrote. And a misspelt
// beginning makes it accuse each line that follows.
import type { Problem } from '../release/problem.ts'
import { findMeantKeyword, type Meant } from './lint/rules/keywords-spelt.ts'
import type { PhraseBook } from './phrases/phrase-book.ts'

export type SyntaxProblem = {
  readonly problem: Problem
  /** The line; null where it is no line that is wrong. */
  readonly got: string | null
  /** The keyword that it was perhaps to begin with, where that is not how it begins. */
  readonly meant: Meant | null
}

type Reading = { readonly text: string; readonly book: PhraseBook | null }

/** What is wrong with a file, without what only follows from the line before. */
export function listSyntaxProblems(problems: readonly Problem[], { text, book }: Reading): SyntaxProblem[] {
  const language = /^\s*#\s*language\s*:\s*([\w-]+)/.exec(text)?.[1] ?? 'en'
  let blamed = -1
  return problems.flatMap((problem) => {
    const got = /got '(.*)'$/s.exec(problem.received)?.[1] ?? null
    const meant = got === null ? null : findMeantKeyword(got, { language, book })
    const line = problem.line ?? 1
    const isFollowing = meant === null && got !== null && line === blamed + 1
    if (meant !== null || isFollowing) blamed = line
    const received = problem.received.replace(/^\(\d+:\d+\): /, '')
    return isFollowing ? [] : [{ problem: { ...problem, received }, got, meant }]
  })
}

/** The same for who only wants to run them. */
export function clarifySyntax(problems: readonly Problem[], text: string): Problem[] {
  return listSyntaxProblems(problems, { text, book: null }).map(({ problem, got, meant }) => ({
    ...problem,
    received: got === null ? problem.received : `"${got}"`,
    remedy: meant === null ? problem.remedy : `Write "${meant.keyword}".`,
  }))
}
