// Both the release page and the pull request comment say only what stands here.
import { ruleIds } from '../gate/rules/rules.ts'
import { describe, expect, test } from 'vitest'
import { sampleFinding } from '../../test/acceptance/sample-evidence.ts'
import { manyFailures } from '../../test/report/sample-events.ts'
import { runId } from '../../test/report/sample-plan.ts'
import { makeSample, type SampleOptions } from '../../test/report/sample-run.ts'
import type { Finding } from '../gate/verdict.ts'
import { makeReport } from './make-report.ts'
import type { Report, ReportInput } from './report.ts'

function reportOf(options: SampleOptions = {}, changes: Partial<ReportInput> = {}): Report {
  const { plan, evidence, verdict } = makeSample(options)
  const input = { runId, plan, evidence, verdict, unread: [], steps: new Map(), allure: null, files: [] }
  return makeReport({ ...input, ...changes })
}

const factOf = (report: Report, name: string) => report.facts.find((fact) => fact.name === name)

describe('the headline', () => {
  const waiting = ' Not before Mon 30 Nov 2026, 03:00 UTC: its window begins then.'

  test('a pass says what it rests on', () => {
    const report = reportOf()
    expect(report.word).toBe('pass')
    expect(report.title).toBe('Release 2026.24 may be deployed')
    expect(report.reason).toBe(`All ${ruleIds.length} rules hold; 52 cases passed.${waiting}`)
  })

  test('a block says why, the rest of many reasons as a count', () => {
    const { title, reason } = reportOf({ events: manyFailures })
    expect(title).toBe('Release 2026.24 is blocked')
    expect(reason).toBe(
      'Stopped, because the plan was not carried out as a whole; cases failed; cases were skipped without a reason; and 2 more rules do not hold.',
    )
  })

  test('an inconclusive verdict says what has to be shown', () => {
    const { word, title, reason } = reportOf({ sealed: false })
    expect([word, title]).toEqual(['inconclusive', 'Release 2026.24 cannot be judged'])
    expect(reason).toMatch(/^Stopped until it is shown that the run was sealed/)
  })

  test('without a verdict nothing is said to be good', () => {
    const report = reportOf({}, { verdict: null, unread: ['verdict.json is missing.'] })
    expect(report.word).toBe('none')
    expect(report.reason).toContain('nothing may be deployed')
    expect(report.warnings).toEqual(['verdict.json is missing.'])
    expect(report.rules).toEqual([])
  })

  test('why there is no verdict comes before how the plan was narrowed', () => {
    const { plan } = makeSample()
    const narrowed = { ...plan, selection: { ...plan.selection, tags: '@smoke' } }
    const { warnings } = reportOf({}, { plan: narrowed, verdict: null, unread: ['verdict.json is missing.'] })
    expect(warnings).toEqual([
      'verdict.json is missing.',
      'Only a part of the suite was planned: tags @smoke.',
    ])
  })

  test('a finding that stops nothing is mentioned even in a pass', () => {
    const { verdict } = makeSample()
    const findings = verdict.findings.map((one) =>
      one.rule === 'flake-budget' ? ({ ...one, level: 'warn', outcome: 'fail' } satisfies Finding) : one,
    )
    expect(reportOf({}, { verdict: { ...verdict, findings } }).reason).toBe(
      `${ruleIds.length - 1} of ${ruleIds.length} rules hold, and 1 finding did not have to stop it; 52 cases passed.${waiting}`,
    )
  })
})

describe('warnings', () => {
  test('a preview, a narrowed plan and a loosened policy are said before all else', () => {
    const selection = { tags: '@smoke', tenants: ['maple'], paths: null, only: '--failed' }
    const sample = makeSample({ selection })
    const verdict = {
      ...sample.verdict,
      preview: true,
      policy: {
        ...sample.verdict.policy,
        loosened: ['flake-budget: max 0 → 2'],
        loosenedSince: { baseline: '2026.23', rules: ['no-failures: block → warn'] },
      },
    }
    const { warnings } = reportOf({}, { plan: sample.plan, verdict })
    expect(warnings).toEqual([
      'A preview: judged for another time than its own. It is no leave to deploy.',
      'Only a part of the suite was planned: tags @smoke; tenants maple; `--failed`.',
      'The policy asks less than its preset: flake-budget: max 0 → 2.',
      'The policy asks less than at 2026.23, which passed: no-failures: block → warn.',
    ])
  })

  test('a verdict of another run is noticed', () => {
    const { verdict } = makeSample()
    expect(reportOf({}, { verdict: { ...verdict, runId: 'other' } }).warnings).toEqual([
      `The verdict is of another run: other, not ${runId}.`,
    ])
  })
})

describe('rules', () => {
  const stateOf = (changes: Partial<Finding>) => {
    const { verdict } = makeSample()
    return reportOf({}, { verdict: { ...verdict, findings: [sampleFinding(changes)] } }).rules[0]?.state
  }

  test.each<[Partial<Finding>, string]>([
    [{ outcome: 'pass' }, 'pass'],
    [{ outcome: 'fail' }, 'fail'],
    [{ outcome: 'inconclusive' }, 'inconclusive'],
    [{ outcome: 'warn' }, 'noted'],
    [{ outcome: 'fail', level: 'warn' }, 'noted'],
    [{ outcome: 'fail', level: 'record' }, 'noted'],
    [{ outcome: 'fail', waiver: 'w1' }, 'noted'],
  ])('%j is shown as %s', (changes, state) => {
    expect(stateOf(changes)).toBe(state)
  })

  test('a rule of another version is shown with its data', () => {
    const { verdict } = makeSample()
    const findings = [
      sampleFinding({ rule: 'moon-phase', expected: { phase: 'new' }, actual: { phase: 'full' } }),
    ]
    const [line] = reportOf({}, { verdict: { ...verdict, findings } }).rules
    expect(line).toMatchObject({
      title: 'moon-phase',
      group: 'Other rules',
      expected: 'phase: new',
      found: 'phase: full',
    })
  })

  test('tenants are called by their names', () => {
    const lines = reportOf({ events: manyFailures }).rules
    expect(lines.find(({ rule }) => rule === 'flake-budget')?.tenants).toEqual(['Lotus Retail'])
  })
})

describe('failures', () => {
  test('the same failure of several tenants is told once, each with its own link', () => {
    const { evidence } = makeSample({ events: manyFailures })
    const links = new Map(evidence.cases.map(({ id, tenant }) => [id, `#${tenant}`]))
    const { failures } = reportOf(
      { events: manyFailures },
      { allure: { index: 'a', links, opensFromDisk: true } },
    )
    const coupon = failures.features.find(({ feature }) => feature === 'Redeeming coupons')?.scenarios
    expect(coupon).toHaveLength(1)
    expect(coupon?.[0]?.tenants).toEqual([
      { name: 'Cedar Stores', link: '#cedar' },
      { name: 'Lotus Retail', link: '#lotus' },
      { name: 'Maple Market', link: '#maple' },
    ])
    expect(failures.total).toBe(6)
  })

  test('tenants that failed for different reasons are told apart', () => {
    const scenario = 'An expired coupon is refused'
    const events = [
      { scenario, tenant: 'maple', outcome: 'failed', message: 'one' },
      { scenario, tenant: 'cedar', outcome: 'failed', message: 'two' },
    ] as const
    const { failures } = reportOf({ events })
    expect(failures.features[0]?.scenarios.map(({ cause }) => cause).toSorted()).toEqual(['one', 'two'])
  })

  test('a case without a result is a failure with words of its own', () => {
    const { failures } = reportOf({
      events: [{ scenario: 'The ledger adds up', tenant: 'maple', outcome: 'missing' }],
    })
    expect(failures.features[0]?.scenarios[0]).toMatchObject({
      outcome: 'missing',
      cause: 'It was planned, and there is no result of it.',
    })
  })

  test('a long cause is cut, and its colours are taken off', () => {
    const message = `\u001B[31m${Array.from({ length: 40 }, (_, line) => `line ${line} ${'x'.repeat(1000)}`).join('\n')}\u001B[0m`
    const { failures } = reportOf({
      events: [{ scenario: 'A basket is settled', outcome: 'failed', message }],
    })
    const cause = failures.features[0]?.scenarios[0]?.cause ?? ''
    expect(cause).toMatch(/^line 0 x+…\n/)
    expect(cause.split('\n')).toHaveLength(9)
    expect(cause.length).toBeLessThan(2600)
  })

  test('the table has its tenants in the order of their cards', () => {
    const { verdict } = makeSample()
    const tenants = { ...verdict.tenants, maple: { ...verdict.tenants['maple']!, verdict: 'block' as const } }
    const report = reportOf({}, { verdict: { ...verdict, tenants } })
    expect(report.matrix?.columns.map(({ id }) => id)).toEqual(['maple', 'cedar', 'lotus'])
    expect(report.tenants.map(({ id }) => id)).toEqual(['maple', 'cedar', 'lotus'])
  })

  test('of very many tenants those in trouble come first, and a rule names some', () => {
    const { verdict } = makeSample()
    const own = Object.values(verdict.tenants)[0]!
    const ids = Array.from({ length: 300 }, (_, at) => `tenant-${at}`)
    const tenants = Object.fromEntries(ids.map((id) => [id, own]))
    tenants['tenant-77'] = { ...own, verdict: 'block' }
    const findings = [sampleFinding({ tenants: ids })]
    const report = reportOf({}, { verdict: { ...verdict, verdict: 'block', tenants, findings } })
    expect(report.tenants[0]?.id).toBe('tenant-77')
    expect(report.rules[0]?.tenants).toEqual([...ids.slice(0, 12), 'and 288 more'])
  })

  test('with very many failures the rest is a count', () => {
    const scenarios = Array.from({ length: 300 }, (_, index) => `Scenario ${index}`)
    const scenes = [{ uri: 'features/a/a.feature', feature: 'A', service: 'pos', scenarios }]
    const { failures } = reportOf({
      scenes,
      events: scenarios.map((scenario) => ({ scenario, outcome: 'failed' as const })),
    })
    expect([failures.total, failures.more]).toEqual([600, 400])
    expect(failures.all).toBe('evidence.json')
  })

  test('with very many cases that passed on a retry the rest is a count as well', () => {
    const { cases, ...evidence } = makeSample().evidence
    const many = Array.from({ length: 300 }, (_, at) => ({
      ...cases[0]!,
      id: String(at),
      scenario: `S ${at}`,
    }))
    const flakyCases = many.map((found) => ({ ...found, outcome: 'flaky' as const }))
    const { flaky, flakyMore } = reportOf({}, { evidence: { ...evidence, cases: flakyCases } })
    expect([flaky.length, flakyMore]).toEqual([200, 100])
  })

  test('a case that passed on a retry is shown apart', () => {
    const { flaky, failures } = reportOf({
      events: [{ scenario: 'A basket is settled', tenant: 'maple', outcome: 'flaky' }],
    })
    expect(failures.total).toBe(0)
    expect(flaky).toMatchObject([
      { scenario: 'A basket is settled', attempts: 2, cause: 'Expected 663 points but found 600' },
    ])
  })
})

test('a scenario for which one tenant is enough is not called one for others', () => {
  const { plan } = makeSample()
  const left = { ...plan.excluded[0]!, reason: 'tenants', detail: 'one tenant is enough' } as const
  const { exclusions } = reportOf({}, { plan: { ...plan, excluded: [left, { ...left, detail: 'maple' }] } })
  expect(exclusions.map(({ reason }) => reason)).toEqual([
    'One tenant is enough: another has it',
    'Written for other tenants',
  ])
})

test('of a build that nobody named it says so', () => {
  const { verdict } = makeSample()
  const subject = { version: null, digest: null, source: 'none' } as const
  const report = reportOf({}, { verdict: { ...verdict, subject } })
  expect(factOf(report, 'Candidate')).toMatchObject({
    value: 'unknown',
    detail: 'nobody told which build it is',
  })
})

describe('tenants', () => {
  test('every outcome that is not known to be good counts as failed', () => {
    const outcomes = ['failed', 'broken', 'unknown', 'missing', 'lost'] as const
    const events = outcomes.map((outcome, index) => ({
      scenario: [
        'A basket is settled',
        'A repeated settle changes nothing',
        'A changed basket is refused',
        'The ledger adds up',
        'Goodwill needs a reason',
      ][index]!,
      tenant: 'maple',
      outcome,
    }))
    const report = reportOf({ events })
    const maple = report.tenants.find(({ id }) => id === 'maple')
    expect(maple).toMatchObject({ verdict: 'block', tests: 19, passed: 14, failed: 5 })
    expect(maple?.failedDetail).toEqual(['1 broken', '1 unknown', '1 missing', '1 lost'])
    const checkout = report.matrix?.rows.find(({ capability }) => capability === 'checkout')
    expect(checkout?.cells).toEqual([
      { passed: 0, flaky: 0, failed: 3, skipped: 0 },
      { passed: 3, flaky: 0, failed: 0, skipped: 0 },
      null,
    ])
  })

  test('results without tenants have no matrix', () => {
    const { evidence } = makeSample()
    const cases = evidence.cases.map((found) => ({ ...found, tenant: null }))
    expect(reportOf({}, { evidence: { ...evidence, tenants: [], cases } }).matrix).toBeNull()
  })
})

test('what was left out is grouped by its reason', () => {
  const { exclusions } = reportOf()
  expect(exclusions.map(({ count, reason }) => [count, reason])).toEqual([
    [3, 'The tenant does not have the service: pos'],
    [2, 'The tenant does not have the service: dashboard'],
  ])
  expect(exclusions[1]?.scenarios).toContain('Goodwill needs a reason (cedar)')
})

test('problems of the evidence are counted, with cases by their names', () => {
  const { evidence } = makeSample()
  const problems = [
    { kind: 'witness-disagrees' as const, subject: evidence.cases[0]!.id, detail: {} },
    { kind: 'file-changed' as const, subject: 'allure-results/a-result.json', detail: {} },
    { kind: 'file-changed' as const, subject: 'allure-results/b-result.json', detail: {} },
  ]
  expect(reportOf({ problems }).problems).toEqual([
    {
      kind: 'Files changed after the run',
      count: 2,
      subjects: ['allure-results/a-result.json', 'allure-results/b-result.json'],
    },
    {
      kind: 'Attempts the witness tells otherwise',
      count: 1,
      subjects: ['A new customer gets an empty wallet (maple)'],
    },
  ])
})

test('facts name the candidate, the counts and how long the verdict holds', () => {
  const report = reportOf({ events: manyFailures })
  expect(factOf(report, 'Candidate')).toMatchObject({
    value: '7.7.0',
    detail: 'sha256:3f9ac1d27e5b…, as declared',
  })
  expect(factOf(report, 'Cases')).toMatchObject({
    value: '52',
    detail: '44 passed, 1 passed on a retry, 5 failed, 1 skipped, 1 without a result',
  })
  expect(factOf(reportOf(), 'Valid until')).toMatchObject({ value: 'Mon 30 Nov 2026', detail: '03:57 UTC' })
})

test('what may not be deployed is valid until nothing', () => {
  for (const options of [{ events: manyFailures }, { sealed: false }])
    expect(factOf(reportOf(options), 'Valid until')).toBeUndefined()
})

test('only what is there is linked', () => {
  const names = (changes: Partial<ReportInput>) => reportOf({}, changes).links.map(({ href }) => href)
  expect(names({})).toEqual([])
  expect(
    names({
      files: ['verdict.json', 'other.txt'],
      allure: { index: 'allure-report/index.html', links: new Map(), opensFromDisk: true },
    }),
  ).toEqual(['allure-report/index.html', 'verdict.json'])
})

test('a report too large for one page says how to open it', () => {
  const allure = { index: 'allure-report/index.html', links: new Map(), opensFromDisk: false }
  expect(reportOf({}, { allure }).links[0]?.note).toContain('npx allure open')
})
