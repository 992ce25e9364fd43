import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { makeSample } from '../../test/report/sample-run.ts'
import { makeReport } from './make-report.ts'
import { renderReportSummary } from './render-report-summary.ts'

const { plan, evidence, verdict } = makeSample()
const input = { runId: 'r1', plan, evidence, verdict, unread: [], steps: new Map(), allure: null, files: [] }
const summary = (options: object) =>
  stripVTControlCharacters(
    renderReportSummary({
      report: makeReport(input),
      folder: 'reports/r1',
      allure: null,
      missing: '',
      ...options,
    }),
  )

test('says what to open and what built it', () => {
  const allure = { generator: 'Allure 3.18.0', singleFile: true }
  expect(summary({ allure })).toBe(
    'Release page   reports/r1/index.html\n' +
      'Allure report  reports/r1/allure-report/index.html  (Allure 3.18.0)\n' +
      'Pull request   reports/r1/verdict.md\n',
  )
})

test('a report too large for one page comes with the command that opens it', () => {
  const allure = { generator: 'Allure 3.18.0', singleFile: false }
  expect(summary({ allure })).toContain('npx allure open reports/r1/allure-report')
})

test('a report that could not be built is one line', () => {
  expect(summary({ missing: 'Allure 3.18.0 failed' })).toContain(
    'Allure report  none: Allure 3.18.0 failed\n',
  )
})

test('a missing verdict comes first', () => {
  const report = makeReport({ ...input, verdict: null, unread: ['verdict.json is missing.'] })
  expect(summary({ report })).toMatch(/^No verdict: verdict\.json is missing\.\n/)
})
