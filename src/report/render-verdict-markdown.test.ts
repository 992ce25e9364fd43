// A comment is cut and skimmed: what matters stands on top, and it always fits.
import { describe, expect, test } from 'vitest'
import { manyFailures } from '../../test/report/sample-events.ts'
import { runId } from '../../test/report/sample-plan.ts'
import { makeSample, type SampleOptions } from '../../test/report/sample-run.ts'
import { scenes } from '../../test/report/sample-scenes.ts'
import { makeReport } from './make-report.ts'
import { longestMarkdownBytes, renderVerdictMarkdown } from './render-verdict-markdown.ts'
import type { ReportInput } from './report.ts'

function markdownOf(options: SampleOptions = {}, changes: Partial<ReportInput> = {}): string {
  const { plan, evidence, verdict } = makeSample(options)
  const input = { runId, plan, evidence, verdict, unread: [], steps: new Map(), allure: null, files: [] }
  return renderVerdictMarkdown(makeReport({ ...input, ...changes }))
}

test('the verdict comes first, then what stops it, then what failed, then the rest', () => {
  const markdown = markdownOf({ events: manyFailures })
  const places = [
    '## ⛔ Block: Release 2026.24 is blocked',
    '### What stops it',
    '### What failed',
    '### Tenants',
    '<details>',
    '- Candidate: ',
  ].map((part) => markdown.indexOf(part))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places[0]).toBe(0)
})

test('of what stops it, what does not hold comes before what cannot be told', () => {
  const markdown = markdownOf({ events: manyFailures, sealed: false })
  const marks = [...markdown.matchAll(/^- \*\*([✕?]) /gm)].map(([, mark]) => mark)
  expect(marks).toContain('?')
  expect(marks).toEqual(marks.toSorted((a, b) => Number(a === '?') - Number(b === '?')))
})

test('the same run gives the same bytes', () => {
  expect(markdownOf({ events: manyFailures })).toBe(markdownOf({ events: manyFailures }))
})

test('a pass is short', () => {
  const markdown = markdownOf()
  expect(markdown).toMatch(/^## ✅ Pass: Release 2026\.24 may be deployed\n/)
  expect(markdown).not.toContain('### What')
  expect(markdown.length).toBeLessThan(6000)
})

test('a preview is no pass', () => {
  const { verdict } = makeSample()
  const markdown = markdownOf({}, { verdict: { ...verdict, preview: true } })
  expect(markdown).toMatch(/^## ❔ Preview: Release 2026\.24 would pass\n/)
})

test('a missing verdict is no pass', () => {
  expect(markdownOf({}, { verdict: null })).toMatch(/^## ❔ Not judged: This run has not been judged\n/)
})

test('tenants stand in a table', () => {
  expect(markdownOf()).toContain('| Maple Market `maple` | ✓ Pass | 19 | 0 | 0 | 0 |')
})

test('of cases that passed on a retry it names some and counts the rest', () => {
  const { cases, ...evidence } = makeSample().evidence
  const many = Array.from({ length: 300 }, (_, at) => ({ ...cases[0]!, id: String(at), scenario: `S ${at}` }))
  const flaky = many.map((found) => ({ ...found, outcome: 'flaky' as const }))
  expect(markdownOf({}, { evidence: { ...evidence, cases: flaky } })).toContain('\n- and 280 more\n')
})

describe('it fits', () => {
  test.each([
    ['many failures', 300, 'x'.repeat(2000)],
    ['long names', 50, 'é|`'.repeat(300)],
  ])('%s', (_, number, text) => {
    const scenarios = Array.from({ length: number }, (__, index) => `${index} ${text}`)
    const scene = { ...scenes[0]!, scenarios }
    const events = scenarios.map((scenario) => ({ scenario, outcome: 'failed' as const, message: text }))
    const markdown = markdownOf({ scenes: [scene], events })
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(longestMarkdownBytes)
    expect(markdown).toMatch(/^## ⛔ Block/)
    expect(markdown).toContain('more failed; evidence.json has them all.')
  })
})

test('what failed is told before every rule is, where there is no room for both', () => {
  const { verdict } = makeSample({ events: manyFailures })
  const lacking = Array.from({ length: 1400 }, (_, at) => `operation-${at}: no success and no refusal`)
  const findings = verdict.findings.map((one) =>
    one.rule === 'operations-covered' ? { ...one, actual: { operations: 1400, covered: 0, lacking } } : one,
  )
  const markdown = markdownOf({ events: manyFailures }, { verdict: { ...verdict, findings } })
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(longestMarkdownBytes)
  expect(markdown).toContain('- Settling a basket · **')
})

test('whatever tests write is shown as text', () => {
  const hostile = '</details><script>alert(1)</script> @everyone | ```\n# big'
  const scene = { ...scenes[0]!, scenarios: [hostile] }
  const markdown = markdownOf({
    scenes: [scene],
    events: [{ scenario: hostile, outcome: 'failed', message: hostile }],
  })
  const outsideFences = markdown.replaceAll(/^ *(`{3,})text\n[\s\S]*?^ *\1$/gm, '')
  expect(outsideFences).not.toContain('<script')
  expect(outsideFences).not.toContain('@everyone')
  expect(outsideFences.match(/<\/details>/g)).toHaveLength(1)
})
