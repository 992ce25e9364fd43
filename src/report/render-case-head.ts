// How a case stands on a terminal at the end of a run, whatever became of it: its word, its name, and where it is written.
import { styleText } from 'node:util'
import { visibleLine } from '../notice/visible-text.ts'
import type { Case } from '../plan/plan.ts'

/** Two lines; `word` has its colour already. */
export function renderCaseHead(word: string, { scenario, tenant, uri, line }: Case): string[] {
  return [
    `${word} ${styleText('bold', visibleLine(scenario))} ${styleText('dim', `(${tenant})`)}`,
    styleText('dim', `  ${uri}:${line}`),
  ]
}

/** By tenant and feature, in the order of its lines. */
export function orderOf({ tenant, uri, line }: Case): string {
  return `${tenant}\0${uri}\0${String(line).padStart(6, '0')}`
}
