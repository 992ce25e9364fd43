// Whoever reads a verdict has to see what was excused in it, whichever form it is in.
import { expect, test } from 'vitest'
import { runId } from '../../test/report/sample-plan.ts'
import { makeSample } from '../../test/report/sample-run.ts'
import { makeReport } from './make-report.ts'
import { renderReleasePage } from './render-release-page.ts'
import { renderText } from './render-text.ts'
import { renderVerdictMarkdown } from './render-verdict-markdown.ts'

const excused = {
  case: 'a1',
  tenant: 'maple',
  scenario: 'The ledger adds up',
  outcome: 'failed' as const,
  owner: 'wallet-team',
  link: 'https://issues.example.com/7',
  reason: 'the till rounds twice',
  expires: '2026-12-04',
}
const inWords =
  'The ledger adds up for maple: failed, until 2026-12-04, wallet-team: the till rounds twice (https://issues.example.com/7)'

test('what is in quarantine stands in the text, in Markdown and on the page', () => {
  const { plan, evidence, verdict } = makeSample()
  const judged = { ...verdict, quarantined: [excused] }
  const rest = { unread: [], steps: new Map<string, string>(), allure: null, files: [] }
  const report = makeReport({ runId, plan, evidence, verdict: judged, ...rest })
  const text = renderText(judged, evidence, { color: false, columns: 400 })
  const forms = [text, renderReleasePage(report), renderVerdictMarkdown(report)]
  for (const form of forms.map((one) => one.replaceAll('\\', '').replaceAll(/\s+/g, ' '))) {
    expect(form).toContain('In quarantine, so it did not decide')
    expect(form).toContain(inWords)
  }
})

test('without any it is not mentioned', () => {
  const { plan, evidence, verdict } = makeSample()
  const rest = { unread: [], steps: new Map<string, string>(), allure: null, files: [] }
  const report = makeReport({ runId, plan, evidence, verdict, ...rest })
  expect(renderReleasePage(report) + renderVerdictMarkdown(report)).not.toContain('quarantine, so')
})
