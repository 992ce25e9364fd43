// What the Allure report is called and which results are added to those of the run.
import type { Evidence } from '../evidence/evidence.ts'
import type { Verdict } from '../gate/verdict.ts'
import { renderCategories } from '../run/allure-side-files.ts'
import { makeGateResults } from './make-gate-results.ts'
import { nameSubject } from './make-headline.ts'
import { selectAttempts } from './select-attempts.ts'

type Judged = { readonly runId: string; readonly evidence: Evidence | null; readonly verdict: Verdict | null }

export type AllureContents = {
  readonly name: string
  readonly added: readonly { readonly name: string; readonly text: string }[]
  readonly wanted: readonly { readonly caseId: string; readonly uuid: string }[]
}

export function makeAllureContents({ runId, evidence, verdict }: Judged): AllureContents {
  const cases = new Map((evidence?.cases ?? []).map((found) => [found.id, found]))
  return {
    name: `Airlock: ${nameSubject(verdict) ?? `Run ${runId}`}`,
    added: [
      ...makeGateResults(verdict, { runId, cases }).map((result) => ({
        name: `${result.uuid}-result.json`,
        text: JSON.stringify(result),
      })),
      // Allure 2 puts the results of a folder into the categories of that folder only.
      { name: 'categories.json', text: renderCategories() },
    ],
    wanted: selectAttempts(evidence),
  }
}
