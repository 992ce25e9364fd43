// Reports of a team's other suites in a few lines: JUnit's and Playwright's, which say what a case wants them to.
import { runStartMs } from './run-folder.ts'

const startedAt = new Date(runStartMs + 1000).toISOString()

/** A suite of two tests, with whatever else is in it. */
export function makeJunit(more = '', attributes = `timestamp="${startedAt}"`): string {
  const good =
    '<testcase classname="Prices" name="rounds" time="0.01"/><testcase classname="Prices" name="adds"/>'
  return `<?xml version="1.0"?>\n<testsuites><testsuite name="unit" ${attributes}>${good}${more}</testsuite></testsuites>\n`
}

type Test = {
  readonly title: string
  readonly results: readonly string[]
  readonly expectedStatus?: string
  readonly startsAfterMs?: number
}

const wordOf = ({ results, expectedStatus = 'passed' }: Test): string => {
  const last = results.at(-1) ?? 'skipped'
  if (last === 'skipped') return 'skipped'
  if (last !== expectedStatus) return 'unexpected'
  return results.length > 1 ? 'flaky' : 'expected'
}

/** What Playwright's reporter writes, for these tests and the results of their attempts. */
export function makePlaywright(tests: readonly Test[], more: Readonly<Record<string, unknown>> = {}): string {
  const words = tests.map(wordOf)
  const count = (word: string): number => words.filter((one) => one === word).length
  const specs = tests.map(({ title, results, expectedStatus = 'passed', startsAfterMs = 0 }, at) => ({
    title,
    ok: words[at] !== 'unexpected',
    file: 'shop.spec.ts',
    line: 5 + at,
    tests: [
      {
        projectName: 'chromium',
        expectedStatus,
        status: words[at],
        annotations: [],
        results: results.map((status, retry) => ({
          status,
          retry,
          duration: 20,
          startTime: new Date(runStartMs + 1000 + startsAfterMs + retry * 100).toISOString(),
          ...(status === 'failed' ? { error: { message: 'Expected the basket to be empty' } } : {}),
        })),
      },
    ],
  }))
  const stats = Object.fromEntries(
    ['expected', 'unexpected', 'flaky', 'skipped'].map((word) => [word, count(word)]),
  )
  return JSON.stringify({
    config: {},
    suites: [{ title: 'shop.spec.ts', file: 'shop.spec.ts', specs }],
    errors: [],
    stats,
    ...more,
  })
}
