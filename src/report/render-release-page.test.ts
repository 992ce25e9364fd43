// The page is sent to clients: it must say what the verdict says, open anywhere, and carry nothing that tests slip in.
import { describe, expect, test } from 'vitest'
import { manyFailures } from '../../test/report/sample-events.ts'
import { runId } from '../../test/report/sample-plan.ts'
import { makeSample, type SampleOptions } from '../../test/report/sample-run.ts'
import { scenes } from '../../test/report/sample-scenes.ts'
import { makeReport } from './make-report.ts'
import { renderReleasePage } from './render-release-page.ts'
import { renderVerdictMarkdown } from './render-verdict-markdown.ts'
import type { Report, ReportInput } from './report.ts'

function inputOf(options: SampleOptions = {}): ReportInput {
  const { plan, evidence, verdict } = makeSample(options)
  const links = new Map(evidence.cases.map(({ id }, index) => [id, `allure-report/index.html#${index}`]))
  const allure = { index: 'allure-report/index.html', links, opensFromDisk: true }
  return { runId, plan, evidence, verdict, unread: [], steps: new Map(), allure, files: ['verdict.json'] }
}

const pageOf = (options: SampleOptions = {}) => renderReleasePage(makeReport(inputOf(options)))

/** Words of the rules belong to the gate; the golden page shows the layout with words of its own. */
function withFixedRules(report: Report): Report {
  const rules = report.rules.map((rule) => ({
    ...rule,
    expected: `expected of ${rule.rule}`,
    found: `found for ${rule.rule}`,
    remedy: rule.state === 'pass' ? '' : `Mend it with \`airlock ${rule.rule}\`.`,
  }))
  return { ...report, rules }
}

test('a blocked release as a whole', async () => {
  const { evidence } = makeSample({ events: manyFailures })
  const steps = new Map(evidence.cases.map(({ id, scenario }) => [id, `Then it is so: ${scenario}`]))
  const report = withFixedRules(makeReport({ ...inputOf({ events: manyFailures }), steps }))
  await expect(renderReleasePage(report)).toMatchFileSnapshot('../../test/report/golden/block.html.txt')
})

test.each([
  ['the Allure report', inputOf().allure],
  ['evidence.json', null],
])('what there is no room for is said to be where it is: in %s', (place, allure) => {
  const { cases, ...evidence } = makeSample({ events: manyFailures }).evidence
  const [failed] = cases.filter(({ outcome }) => outcome === 'failed')
  if (!failed) throw new Error('The sample has no failure')
  const many = Array.from({ length: 201 }, (_, at) => ({ ...failed, id: String(at) }))
  const page = renderReleasePage(makeReport({ ...inputOf(), evidence: { ...evidence, cases: many }, allure }))
  expect(page).toContain(`1 more failed; ${place} has them all.`)
})

test.each([
  ['reports/joined', 'reports/joined'],
  ["my run's", '&#39;my run&#39;\\&#39;&#39;s&#39;'],
])('it names the command that makes it again, of a run in %s', (folder, shown) => {
  const page = renderReleasePage(makeReport({ ...inputOf(), folder }))
  expect(page).toContain(`<code>npx airlock report --run ${shown}</code>`)
})

test('of very many cases that passed on a retry it says how many there are besides', () => {
  const { cases, ...evidence } = makeSample().evidence
  const many = Array.from({ length: 201 }, (_, at) => ({
    ...cases[0]!,
    id: String(at),
    outcome: 'flaky' as const,
  }))
  const page = renderReleasePage(makeReport({ ...inputOf(), evidence: { ...evidence, cases: many } }))
  expect(page).toContain('1 more passed only on a retry; the Allure report has them all.')
})

test('cases that no tenant has, as those of other suites, are not missing from what was tested', () => {
  const { cases, ...evidence } = makeSample().evidence
  const further = { ...cases[0]!, id: 'further', tenant: null }
  const page = renderReleasePage(
    makeReport({ ...inputOf(), evidence: { ...evidence, cases: [...cases, further] } }),
  )
  expect(page).toContain('<p class="legend">Besides, 1 case that is of no tenant.</p>')
  expect(pageOf()).not.toContain('Besides')
})

test('a tenant that passes in a release that is stopped does not look as if it got it', () => {
  const note =
    'No tenant gets a release that is stopped: a pass here says that nothing of its own stands in the way.'
  const stopped = {
    events: [{ scenario: 'A basket is settled', tenant: 'maple', outcome: 'failed' as const }],
  }
  expect(pageOf(stopped)).toContain(note)
  expect(renderVerdictMarkdown(makeReport(inputOf(stopped)))).toContain(note)
  expect(pageOf()).not.toContain(note)
})

test('without a plan it does not say that nothing was left out', () => {
  const page = renderReleasePage(makeReport({ ...inputOf(), plan: null }))
  expect(page).toContain('There is no plan, so nobody knows what was left out.')
  expect(page).not.toContain('Nothing was left out')
})

test('a preview that passes looks like none', () => {
  const { verdict } = makeSample()
  const page = renderReleasePage(makeReport({ ...inputOf(), verdict: { ...verdict, preview: true } }))
  expect(page).toContain('<title>Preview · Release 2026.24 would pass · Airlock</title>')
  expect(page).toContain('<header class="hero preview">')
  expect(page).not.toContain(pageOf().match(/<link rel="icon"[^>]*>/)?.[0] ?? 'an icon')
})

test('the same run gives the same bytes', () => {
  expect(pageOf({ events: manyFailures })).toBe(pageOf({ events: manyFailures }))
})

describe('it needs nothing but itself', () => {
  const page = pageOf({ events: manyFailures })

  test('no script, no request, no address of another host', () => {
    expect(page).not.toMatch(/<script|\bon\w+=|@import|url\(|<iframe|<object|<embed/i)
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\/|\/\/[a-z]/)
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`)
  })

  test('headings go down one level at a time, and tables have headers', () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
    expect(levels[0]).toBe(1)
    expect(levels.every((level, index) => index === 0 || level <= levels[index - 1]! + 1)).toBe(true)
    expect(page).toContain('<th scope="col">Maple Market</th>')
    expect(page).toContain('<th scope="row">checkout</th>')
  })

  test('every target of a link within the page is there', () => {
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets.length).toBeGreaterThan(5)
    for (const id of targets) expect(page).toContain(`id="${id}"`)
  })
})

describe('it says the verdict in words', () => {
  test.each<[string, SampleOptions, string]>([
    ['pass', {}, '<p class="word">Pass</p>'],
    ['block', { events: manyFailures }, '<p class="word">Block</p>'],
    ['inconclusive', { sealed: false }, '<p class="word">Inconclusive</p>'],
  ])('%s', (word, options, text) => {
    const page = pageOf(options)
    expect(page).toContain(text)
    expect(page).toContain(`<header class="hero ${word}">`)
  })

  test('a missing verdict', () => {
    const page = renderReleasePage(
      makeReport({
        ...inputOf(),
        verdict: null,
        unread: ['verdict.json is missing. Judge the run with `airlock gate`.'],
      }),
    )
    expect(page).toContain('<p class="word">Not judged</p>')
    expect(page).toContain('verdict.json is missing. Judge the run with <code>airlock gate</code>.')
    expect(page).not.toContain('may be deployed</h1>')
  })
})

test('a passed release has no section about failures', () => {
  const page = pageOf()
  expect(page).not.toContain('What failed')
  expect(page).not.toContain('What stops it')
})

test('without an Allure report nothing links to it', () => {
  const page = renderReleasePage(makeReport({ ...inputOf({ events: manyFailures }), allure: null }))
  expect(page).not.toContain('allure-report')
  expect(page).toContain('There is no Allure report of this run.')
})

test('whatever tests write is shown as text', () => {
  const hostile = `</pre><script>alert(1)</script><img src=x onerror="alert(2)">{{x}}\${y}`
  const scene = { ...scenes[0]!, feature: hostile, scenarios: [hostile] }
  const input = inputOf({
    scenes: [scene],
    events: [{ scenario: hostile, outcome: 'failed', message: hostile }],
  })
  const steps = new Map(input.evidence!.cases.map(({ id }) => [id, hostile]))
  const page = renderReleasePage(makeReport({ ...input, steps, runId: hostile }))
  expect(page).not.toContain('<script')
  expect(page).not.toContain('<img')
  expect(page.split('&lt;script&gt;alert(1)&lt;/script&gt;').length).toBeGreaterThan(4)
})

test('twenty thousand cases make a page that can still be opened', () => {
  const scenarios = Array.from({ length: 1000 }, (_, index) => `Scenario ${index}`)
  const many = Array.from({ length: 7 }, (_, index) => ({
    uri: `features/c${index}/a.feature`,
    feature: `F${index}`,
    service: 'wallet',
    scenarios,
  }))
  const page = pageOf({
    scenes: many,
    events: scenarios.map((scenario) => ({ scenario, outcome: 'failed' as const })),
  })
  expect(Buffer.byteLength(page)).toBeLessThan(400_000)
})
