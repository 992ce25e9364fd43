// A test of another suite as a case that no plan knows: the same form that Allure's results take.
import type { Attempt, EvidenceCase } from '../evidence.ts'
import type { ReportFormat } from './read-report.ts'
import type { ReadResult } from '../read-result.ts'

type ReportCase = Pick<
  EvidenceCase,
  'id' | 'feature' | 'scenario' | 'uri' | 'line' | 'tags' | 'attempts' | 'outcome'
> & { readonly source: ReportFormat }

/** There is at least one attempt: a test that was not run has one that says so. */
export function makeReportCase(told: ReportCase): ReadResult {
  const attempt = told.attempts.at(-1) as Attempt // readers give each case an attempt
  const found: EvidenceCase = {
    planned: false,
    tenant: null,
    example: [],
    severity: 'normal',
    capability: '',
    required: true,
    ...told,
  }
  return { found, attempt, nameMark: null, own: null }
}
