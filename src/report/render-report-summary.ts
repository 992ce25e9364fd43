// The last lines of `airlock report`: where everything lies, and what could not be built.
import { styleText } from 'node:util'
import type { Report } from './report.ts'

export type ReportSummary = {
  readonly report: Report
  /** Folder of the run as the reader knows it. */
  readonly folder: string
  /** What built the Allure report; null if there is none. */
  readonly allure: { readonly generator: string; readonly singleFile: boolean } | null
  /** Why there is no Allure report; empty if nobody wanted one. */
  readonly missing: string
}

/** A line for each thing to open. */
export function renderReportSummary({ report, folder, allure, missing }: ReportSummary): string {
  const lines = [
    ...(report.word === 'none'
      ? [styleText('yellow', `No verdict: ${report.warnings.at(0) ?? report.reason}`)]
      : []),
    line('Release page', `${folder}/index.html`),
    ...renderAllure(allure, { folder, missing }),
    line('Pull request', `${folder}/verdict.md`),
  ]
  return `${lines.join('\n')}\n`
}

function renderAllure(
  allure: ReportSummary['allure'],
  { folder, missing }: { folder: string; missing: string },
): string[] {
  if (!allure) return missing === '' ? [] : [line('Allure report', `none: ${missing}`)]
  const place = line('Allure report', `${folder}/allure-report/index.html`)
  if (allure.singleFile) return [`${place}  (${allure.generator})`]
  return [
    `${place}  (${allure.generator})`,
    line('', `too large for one page; open it with: npx allure open ${folder}/allure-report`),
  ]
}

function line(name: string, value: string): string {
  return `${name.padEnd(14)} ${value}`
}
