// A waiver keeps from deciding what it names and nothing else, for as long as it says, and never for what says whether
// the results can be believed.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  noPast,
  problem,
  sampleAttempt,
  sampleCase,
  sampleEvidence,
  samplePast,
  sampleRelease,
} from '../../test/acceptance/sample-evidence.ts'
import { samplePromised, sampleTenants } from '../../test/acceptance/sample-promise.ts'
import { usualNowMs } from '../../test/acceptance/gate-environment.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Promised } from '../release/promised.ts'
import type { Waiver } from '../release/waivers.ts'
import { decide, type Question } from './decide.ts'
import { makeDefaultPolicy, parsePolicy } from './policy/parse-policy.ts'
import { ruleIds } from './rules/rules.ts'
import { neverWaivable } from './waivers.ts'

function waiver(change: Partial<Waiver> = {}): Waiver {
  return {
    rule: 'no-failures',
    reason: 'The terminal is being replaced',
    owner: 'qa@example.com',
    link: 'https://tracker.example/OPS-12',
    created: '2026-11-20',
    expires: '2026-12-10',
    ...change,
  }
}

/** Failures are old ones, so that only one rule tells of them. */
const parsed = parsePolicy(
  { file: 'policy.yaml', text: 'rules: { no-new-failures: { level: record } }' },
  'scheduled',
)
const policy = parsed.ok ? parsed.value : makeDefaultPolicy('scheduled')
const failing = (tenant: string, id: string) => sampleCase({ id, tenant, outcome: 'failed' })
const oneFails = sampleEvidence({
  cases: [sampleCase({ id: 'good' }), failing('maple', 'bad-1'), sampleCase({ id: 'also', tenant: 'cedar' })],
})
const twoFail = sampleEvidence({
  cases: [
    sampleCase({ id: 'good' }),
    failing('maple', 'bad-1'),
    failing('cedar', 'bad-2'),
    sampleCase({ id: 'also', tenant: 'cedar' }),
  ],
})

function ask(evidence: Evidence, waivers: Waiver[], change: Partial<Question> = {}) {
  const verdict = decide({
    evidence,
    release: sampleRelease,
    promised: samplePromised(),
    policy,
    history: noPast,
    now: usualNowMs,
    preview: false,
    inputs: [],
    waivers,
    ...change,
  })
  return {
    word: verdict.verdict,
    states: verdict.waivers.map(({ state }) => state),
    tenants: Object.fromEntries(Object.entries(verdict.tenants).map(([id, one]) => [id, one.verdict])),
    waived: verdict.findings
      .filter((found) => found.waiver !== undefined)
      .map(({ rule, outcome }) => `${rule} ${outcome}`),
    told: verdict.findings.find(({ rule }) => rule === 'waivers'),
    verdict,
  }
}

describe('covered', () => {
  test.each<[string, Partial<Waiver>]>([
    ['the whole rule', {}],
    ['the case by its id', { cases: ['bad-1'] }],
    ['the tenant', { tenants: ['maple'] }],
    ['the case for the tenant', { cases: ['bad-1'], tenants: ['maple'] }],
  ])('%s: the finding stays and decides nothing, for no tenant', (_, change) => {
    expect(ask(oneFails, [waiver(change)])).toMatchObject({
      word: 'pass',
      states: ['used'],
      waived: ['no-failures fail'],
      tenants: { cedar: 'pass', maple: 'pass' },
      told: undefined,
    })
  })

  test('the verdict writes down what the waiver names, and nothing where it names all', () => {
    const [all] = ask(oneFails, [waiver()]).verdict.waivers
    expect(all).toMatchObject({ cases: [], tenants: [] })
    const [some] = ask(oneFails, [waiver({ cases: ['bad-1'], tenants: ['maple'] })]).verdict.waivers
    expect(some).toMatchObject({ cases: ['bad-1'], tenants: ['maple'] })
  })

  test('by two waivers together, both of which are named', () => {
    const other = waiver({ cases: ['bad-2'], link: 'https://tracker.example/OPS-13' })
    const { word, states, verdict } = ask(twoFail, [waiver({ cases: ['bad-1'] }), other])
    expect([word, states]).toEqual(['pass', ['used', 'used']])
    expect(verdict.findings.find(({ rule }) => rule === 'no-failures')?.waiver).toBe(
      'https://tracker.example/OPS-12, https://tracker.example/OPS-13',
    )
  })

  test('a verdict holds no longer than the waivers that it rests on', () => {
    const ends = ask(oneFails, [waiver({ expires: '2026-11-23' })])
    expect([ends.word, ends.verdict.validUntil]).toEqual(['pass', '2026-11-24T00:00:00Z'])
    expect(ask(oneFails, [waiver()]).verdict.validUntil).toBe('2026-11-30T03:57:00Z')
  })
})

describe('covered with what was found wrong with it', () => {
  const bad = sampleCase({
    id: 'bad-1',
    attempts: [sampleAttempt({ file: 'allure-results/bad-result.json' })],
  })
  const cases = [sampleCase({ id: 'good' }), bad, sampleCase({ id: 'also', tenant: 'cedar' })]

  test.each(['bad-1', 'allure-results/bad-result.json'])('a problem of %s goes with its case', (subject) => {
    const evidence = sampleEvidence({ cases, problems: [problem('malformed-result', subject)] })
    expect(ask(evidence, []).word).toBe('block')
    const given = waiver({ rule: 'results-readable', cases: ['bad-1'] })
    expect(ask(evidence, [given])).toMatchObject({ word: 'pass', states: ['used'] })
    expect(ask(evidence, [waiver({ rule: 'results-readable', cases: ['good'] })]).word).toBe('block')
  })

  test('a case that did not run goes with what its services keep from other tenants, and no other scenario does', () => {
    const absent = sampleCase({
      id: 'bad-1',
      scenario: 'At the till',
      line: 7,
      outcome: 'missing',
      attempts: [],
    })
    const out = { uri: absent.uri!, scenario: 'At the till', tenant: 'cedar', reason: 'service' as const }
    const given = [waiver({ rule: 'plan-complete', cases: ['bad-1'] })]
    const all = [...cases.filter(({ id }) => id !== 'bad-1'), absent]
    const askWith = (...lines: number[]) => {
      const leftOut = lines.map((line) => ({ ...out, line }))
      const { verdict } = ask(sampleEvidence({ cases: all, leftOut }), given)
      return verdict.waivers.map(({ state }) => state)
    }
    expect(askWith()).toEqual(['used'])
    expect(askWith(7)).toEqual(['used'])
    // Another row of its outline, which no tenant has.
    expect(askWith(7, 8)).toEqual(['not-enough'])
  })

  test.each(['junit', 'playwright'] as const)('a %s report is wrong for more than the case', (source) => {
    const file = 'reports/unit'
    const known = { ...failing('maple', 'known'), source, attempts: [sampleAttempt({ file })] }
    const alone = sampleEvidence({ cases: [...cases, known] })
    expect(ask(alone, [waiver({ cases: ['known'] })])).toMatchObject({ word: 'pass', states: ['used'] })
    const wrong = { 'no-failures': 'global-error', 'results-readable': 'counts-disagree' } as const
    for (const [rule, kind] of Object.entries(wrong)) {
      const evidence = sampleEvidence({ cases: [...cases, known], problems: [problem(kind, file)] })
      const given = [waiver({ cases: ['known'] }), waiver({ rule, cases: ['known'] })]
      expect(ask(evidence, given)).toMatchObject({ word: 'block' })
      expect(ask(evidence, given).states).toContain('not-enough')
    }
  })

  test('a problem of another case stays, also beside one that goes', () => {
    const problems = ['bad-1', 'good'].map((subject) => problem('malformed-result', subject))
    const evidence = sampleEvidence({ cases, problems })
    expect(ask(evidence, [waiver({ rule: 'results-readable', cases: ['bad-1'] })]).word).toBe('block')
    const both = waiver({ rule: 'results-readable', cases: ['bad-1', 'good'] })
    expect(ask(evidence, [both]).word).toBe('pass')
  })

  test('a tenant that nothing ran for goes with its waiver, and with none for some of its cases', () => {
    const tenants = [...sampleEvidence().tenants, { id: 'lotus', name: 'Lotus', services: ['wallet'] }]
    const evidence = sampleEvidence({ tenants })
    const open = ask(evidence, []).verdict.findings.find(({ rule }) => rule === 'tenants-covered')
    expect(open).toMatchObject({ outcome: 'fail', tenants: ['lotus'] })
    const states = (change: Partial<Waiver>) =>
      ask(evidence, [waiver({ rule: 'tenants-covered', ...change })]).states
    expect(states({ tenants: ['lotus'] })).toEqual(['used'])
    expect(states({ tenants: ['lotus'], cases: ['case-1'] })).toEqual(['unmatched'])
    expect(states({ tenants: ['maple'] })).not.toEqual(['used'])
  })
})

describe('a waiver for a tenant covers what was promised to it', () => {
  const [maple, cedar] = sampleTenants
  const states = (promised: Partial<Promised>, waivers: Partial<Waiver>[], evidence = sampleEvidence()) => {
    const written = waivers.map((change) => waiver({ tenants: ['maple'], ...change }))
    return ask(evidence, written, { promised: samplePromised(promised) }).states
  }
  const unreachable = [{ ...maple!, contacts: [] }, cedar!]

  test('of whom nobody has an address', () => {
    const told = [{ rule: 'notes-published' }, { rule: 'notice-given' }]
    expect(states({ tenants: unreachable }, told)).toEqual(['used', 'used'])
    const other = told.map((change) => ({ ...change, tenants: ['cedar'] }))
    expect(states({ tenants: unreachable }, other)).not.toContain('used')
  })

  test('that is a client and in no plan', () => {
    const lotus = { ...maple!, id: 'lotus' }
    const tenants = [...sampleTenants, lotus]
    const own = { rule: 'tenants-covered', tenants: ['lotus'] }
    expect(states({ tenants }, [own])).toEqual(['used'])
    expect(states({ tenants }, [{ ...own, cases: ['case-1'] }])).not.toEqual(['used'])
  })

  test('and nothing when no tenant is left', () => {
    const nobody = sampleTenants.map((tenant) => ({ ...tenant, contacts: [] }))
    const all = { rule: 'notes-published', tenants: ['maple', 'cedar'] }
    expect(states({ tenants: nobody }, [all])).toEqual(['not-enough'])
  })

  test('and no freeze, which may be meant for somebody else', () => {
    const freezes = [{ from: '2026-11-01', to: '2026-12-31', reason: 'peak', tenants: ['maple'] }]
    expect(states({ freezes }, [{ rule: 'freeze-respected' }])).toEqual(['not-enough'])
  })
})

test.each<[string, Partial<Waiver>, RegExp]>([
  [
    'of what nobody may waive',
    { rule: 'results-sealed' },
    /that name results-sealed, .*: these cannot be waived/,
  ],
  ['that does not name all', { cases: ['bad-1'] }, /^Let the waiver name everything/],
  ['that is over', { created: '2026-11-01', expires: '2026-11-22' }, /that are over or that nothing needs/],
])('a waiver %s says what mends it', (_what, change, remedy) => {
  expect(ask(twoFail, [waiver(change)]).told?.remedy).toMatch(remedy)
})

describe('not covered', () => {
  test.each<readonly [string, readonly [Evidence, Partial<Waiver>], string]>([
    ['a second failure', [twoFail, { cases: ['bad-1'] }], 'not-enough'],
    ['the same at another tenant', [twoFail, { tenants: ['maple'] }], 'not-enough'],
    ['another case', [oneFails, { cases: ['good'] }], 'unmatched'],
    ['another rule', [oneFails, { rule: 'flake-budget' }], 'unmatched'],
    ['the same the day after', [oneFails, { created: '2026-11-01', expires: '2026-11-22' }], 'expired'],
    ['the same before its day', [oneFails, { created: '2026-11-25', expires: '2026-12-01' }], 'not-yet'],
  ])('%s', (_, [evidence, change], state) => {
    const { word, states, waived, told } = ask(evidence, [waiver(change)])
    expect({ word, states, waived }).toEqual({ word: 'block', states: [state], waived: [] })
    expect(told).toMatchObject({ level: 'warn', outcome: 'warn' })
  })

  test('what failed outside of the cases that are named', () => {
    const outside = sampleEvidence({ cases: oneFails.cases, problems: [problem('failed-fixture', 'setup')] })
    expect(ask(outside, [waiver({ cases: ['bad-1'] })])).toMatchObject({
      word: 'block',
      states: ['not-enough'],
    })
  })

  test('everything: what is left when nothing is looked at is no pass', () => {
    const all = sampleEvidence({ cases: [failing('maple', 'bad-1'), failing('cedar', 'bad-2')] })
    expect(ask(all, [waiver({ tenants: ['maple', 'cedar'] })]).word).toBe('block')
  })

  test.each(neverWaivable)('%s, whatever is found', (rule) => {
    const { word, states, waived } = ask(sampleEvidence({ seal: null }), [waiver({ rule })])
    expect([word === 'pass', states, waived]).toEqual([false, ['never'], []])
  })
})

test('a verdict that nothing decides any more is none, even where every rule is waived', () => {
  const all = ruleIds.map((rule) => waiver({ rule }))
  const evidence = sampleEvidence({ cases: [], seal: null })
  expect(ask(evidence, all).word).not.toBe('pass')
})

test('a waiver changes nothing that it does not name', () => {
  const plain = ask(twoFail, [], { history: samplePast() }).verdict
  const waived = ask(twoFail, [waiver({ rule: 'inventory-kept' })], { history: samplePast() }).verdict
  const others = (findings: typeof plain.findings) =>
    findings.filter(({ rule }) => rule !== 'inventory-kept' && rule !== 'waivers')
  expect(others(waived.findings)).toEqual(others(plain.findings))
  expect(waived.counts).toEqual(plain.counts)
})

describe('whatever is waived', () => {
  const outcome = fc.constantFrom('passed' as const, 'failed' as const, 'flaky' as const, 'skipped' as const)
  const cases = fc
    .array(fc.record({ outcome, tenant: fc.constantFrom('maple', 'cedar') }), { minLength: 1, maxLength: 5 })
    .map((all) => all.map((one, at) => sampleCase({ ...one, id: `case-${at}` })))
  const some = <T>(of: fc.Arbitrary<T>) =>
    fc.option(fc.array(of, { minLength: 1, maxLength: 2 }), { nil: undefined })
  const waivers = fc.array(
    fc
      .record({
        rule: fc.constantFrom(
          'no-failures',
          'flake-budget',
          'no-unexplained-skips',
          'results-sealed',
          'plan-complete',
        ),
        cases: some(fc.constantFrom('case-0', 'case-1', 'case-2', 'nobody')),
        tenants: some(fc.constantFrom('maple', 'cedar')),
        expires: fc.constantFrom('2026-11-22', '2026-12-10'),
      })
      .map((change) => waiver(change as Partial<Waiver>)),
    { maxLength: 3 },
  )

  test('each finding says the same, and only those that a waiver in force names decide no more', () => {
    fc.assert(
      fc.property(cases, waivers, (all, written) => {
        const evidence = sampleEvidence({ cases: all })
        const [plain, waived] = [ask(evidence, []).verdict, ask(evidence, written).verdict]
        const without = waived.findings
          .filter(({ rule }) => rule !== 'waivers')
          .map(({ waiver: _waiver, ...rest }) => rest)
        expect(without).toEqual(plain.findings)
        const inForce = new Set(
          waived.waivers.filter(({ state }) => state === 'used').map(({ rule }) => rule),
        )
        const excused = waived.findings.filter((found) => found.waiver !== undefined).map(({ rule }) => rule)
        expect(new Set(excused)).toEqual(inForce)
        if (excused.length === 0) expect(waived.verdict).toBe(plain.verdict)
      }),
      { numRuns: 300 },
    )
  })

  test('a case that fails where it passed never makes a pass', () => {
    fc.assert(
      fc.property(cases, waivers, fc.nat(), (all, written, which) => {
        const worse = all.map((one, at) =>
          at === which % all.length && one.outcome === 'passed'
            ? { ...one, outcome: 'failed' as const }
            : one,
        )
        const [before, after] = [all, worse].map((some) => ask(sampleEvidence({ cases: some }), written).word)
        expect(before !== 'pass' && after === 'pass').toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
