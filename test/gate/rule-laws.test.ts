// What holds of all rules together, whatever became of the cases: an entry of the quarantine changes what it names and
// nothing else, nothing gets better because something got worse, and no order decides.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseOutcome, EvidenceCase } from '../../src/evidence/evidence.ts'
import { decide, type Question } from '../../src/gate/decide.ts'
import { evaluateRules } from '../../src/gate/evaluate-rules.ts'
import { makeDefaultPolicy, parsePolicy } from '../../src/gate/policy/parse-policy.ts'
import { noQuarantine } from '../../src/gate/quarantine.ts'
import { rules } from '../../src/gate/rules/rules.ts'
import type { Verdict } from '../../src/gate/verdict.ts'
import { parseQuarantine, type QuarantineEntry } from '../../src/release/quarantine.ts'
import { usualNowMs } from '../acceptance/gate-environment.ts'
import {
  noPast,
  problem,
  sampleAttempt,
  sampleCase,
  sampleEvidence,
  samplePast,
  sampleRelease,
} from '../acceptance/sample-evidence.ts'
import { samplePromised } from '../acceptance/sample-promise.ts'

const outcomes = ['passed', 'flaky', 'failed', 'broken', 'skipped', 'unknown', 'missing', 'lost'] as const
const anyOutcome = fc.oneof(
  { weight: 6, arbitrary: fc.constant('passed' as const) },
  { weight: 4, arbitrary: fc.constantFrom(...outcomes) },
)

function makeCases(all: readonly CaseOutcome[]): EvidenceCase[] {
  const passed = ['maple', 'cedar'].map((tenant) => sampleCase({ id: `passed-${tenant}`, tenant }))
  const others = all.map((outcome, at) => {
    const attempts = outcome === 'missing' ? [] : [sampleAttempt()]
    const tenant = at % 2 === 0 ? 'maple' : 'cedar'
    return sampleCase({ id: `case-${at}`, scenario: `Scenario ${at}`, tenant, outcome, attempts })
  })
  return [...passed, ...others]
}

const naming = (at: number): QuarantineEntry => ({
  feature: 'Opening a wallet',
  scenario: `Scenario ${at}`,
  owner: 'a.person@example.com',
  link: 'https://tracker.example.com/1',
  reason: 'Rounds wrongly',
  created: '2026-11-20',
  expires: '2026-11-30',
})

const histories = fc.constantFrom(
  noPast,
  samplePast({ scenarios: [] }),
  samplePast({ scenarios: [], cases: outcomes.map((outcome, at) => ({ id: `case-${at}`, outcome })) }),
  { ...noPast, problem: 'file is not a database' },
)
const policies = fc
  .constantFrom(
    '',
    'no-failures: { level: warn }',
    'flake-budget: { max: 1 }',
    'quarantine-valid: { level: off }',
  )
  .map((rule) => {
    const text = rule === '' ? '' : `rules:\n  ${rule}\n`
    const parsed = parsePolicy({ file: 'policy.yaml', text }, 'scheduled')
    if (!parsed.ok) throw new Error(text)
    return parsed.value
  })

type Asked = Partial<Question> & { readonly cases: readonly EvidenceCase[] }

function ask({ cases, ...change }: Asked, entries?: readonly QuarantineEntry[]): Verdict {
  return decide({
    evidence: sampleEvidence({ cases: [...cases] }),
    release: sampleRelease,
    promised: samplePromised(),
    policy: makeDefaultPolicy('scheduled'),
    history: noPast,
    now: usualNowMs,
    preview: false,
    inputs: [],
    ...(entries ? { quarantine: { entries, problems: [] } } : {}),
    ...change,
  })
}

const outcomesOf = ({ findings }: Verdict) => findings.map(({ rule, outcome }) => `${rule} ${outcome}`)
// A block is worse than not knowing, and both are worse than a pass.
const badness = ({ verdict }: Verdict): number => ['pass', 'inconclusive', 'block'].indexOf(verdict)

describe('an entry of the quarantine', () => {
  const excusable = fc.constantFrom('flaky' as const, 'failed' as const, 'broken' as const)

  test('does for the case it names what a pass would do, and nothing for any other', () => {
    fc.assert(
      fc.property(
        fc.array(anyOutcome, { maxLength: 6 }),
        excusable,
        histories,
        (others, outcome, history) => {
          const at = others.length
          const excused = ask({ cases: makeCases([...others, outcome]), history }, [naming(at)])
          const passed = ask({ cases: makeCases([...others, 'passed']), history }, [naming(at)])
          expect(outcomesOf(excused)).toEqual(outcomesOf(passed))
          expect(excused.counts[outcome]).toBe(passed.counts[outcome] + 1)
          expect(excused.quarantined).toMatchObject([{ case: `case-${at}`, outcome }])
        },
      ),
      { numRuns: 120 },
    )
  })

  test('excuses nothing without the rule that watches over it', () => {
    const parsed = parsePolicy(
      { file: 'p', text: 'rules: { quarantine-valid: { level: off } }' },
      'scheduled',
    )
    const policy = parsed.ok ? parsed.value : makeDefaultPolicy('scheduled')
    const cases = makeCases(['failed'])
    expect(ask({ cases }, [naming(0)]).verdict).toBe('pass')
    expect(ask({ cases, policy }, [naming(0)])).toMatchObject({ verdict: 'block', quarantined: [] })
  })

  test('makes no verdict better when it is not in order', () => {
    const faults = fc.constantFrom<Partial<QuarantineEntry>>(
      { expires: '2026-11-22' },
      { created: '2026-11-26' },
      { expires: '2026-12-31' },
      { scenario: 'Scenario of long ago' },
      { tenant: 'birch' },
      { feature: 'Elsewhere' },
    )
    fc.assert(
      fc.property(fc.array(anyOutcome, { maxLength: 6 }), faults, policies, (others, fault, policy) => {
        const asked = { cases: makeCases(['failed', ...others]), policy }
        const after = ask(asked, [{ ...naming(0), ...fault }])
        expect(badness(after)).toBeGreaterThanOrEqual(badness(ask(asked)))
        expect(after.quarantined).toEqual([])
      }),
      { numRuns: 120 },
    )
  })
})

describe('a verdict never gets better', () => {
  const worse = fc.constantFrom(...outcomes.filter((outcome) => outcome !== 'passed'))
  const entries = fc.array(fc.integer({ min: 0, max: 3 }).map(naming), { maxLength: 2 })

  test('because a case that passed does not, nor because a bad one is added', () => {
    fc.assert(
      fc.property(
        fc.record({ others: fc.array(anyOutcome, { minLength: 4, maxLength: 6 }), outcome: worse }),
        entries,
        fc.record({ history: histories, policy: policies }),
        ({ others, outcome }, some, asked) => {
          const before = ask({ ...asked, cases: makeCases([...others, 'passed']) }, some)
          const after = ask({ ...asked, cases: makeCases([...others, outcome]) }, some)
          const without = ask({ ...asked, cases: makeCases(others) }, some)
          expect(badness(after)).toBeGreaterThanOrEqual(badness(before))
          expect(badness(after)).toBeGreaterThanOrEqual(badness(without))
        },
      ),
      { numRuns: 150 },
    )
  })

  test('because scenarios were there before that are not now', () => {
    const gone = { uri: 'features/gone.feature', rule: '', scenario: 'Gone', example: [], capability: 'gone' }
    fc.assert(
      fc.property(fc.array(anyOutcome, { maxLength: 5 }), (others) => {
        const cases = makeCases(others)
        const before = ask({ cases, history: samplePast({ scenarios: [] }) })
        const after = ask({ cases, history: samplePast({ scenarios: [{ ...gone, cases: [] }] }) })
        expect(badness(after)).toBeGreaterThanOrEqual(badness(before))
        expect(after.verdict).not.toBe('pass')
      }),
      { numRuns: 50 },
    )
  })
})

test('the order of cases, problems, entries and rules changes nothing', () => {
  const asked = fc
    .record({ others: fc.array(anyOutcome, { minLength: 1, maxLength: 6 }), history: histories })
    .chain(({ others, history }) => {
      const cases = makeCases(others)
      const shuffle = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length })
      return fc.record({ cases: fc.constant(cases), shuffled: shuffle(cases), history: fc.constant(history) })
    })
  fc.assert(
    fc.property(asked, ({ cases, shuffled, history }) => {
      const [first, second] = [naming(0), naming(1)]
      expect(ask({ cases: shuffled, history }, [second, first])).toMatchObject({
        verdict: ask({ cases, history }, [first, second]).verdict,
        quarantined: ask({ cases, history }, [first, second]).quarantined,
      })
      expect(outcomesOf(ask({ cases: shuffled, history }))).toEqual(outcomesOf(ask({ cases, history })))
    }),
    { numRuns: 80 },
  )
})

test('rules asked in another order find the same', () => {
  const evidence = sampleEvidence({
    cases: makeCases(['failed', 'skipped', 'flaky']),
    problems: [problem('file-changed'), problem('witness-disagrees')],
  })
  const input = {
    evidence,
    release: null,
    promised: samplePromised(),
    suite: null,
    history: noPast,
    quarantine: noQuarantine,
    now: usualNowMs,
  }
  const policy = makeDefaultPolicy('scheduled')
  const sort = (known: typeof rules | (typeof rules)[number][]) =>
    evaluateRules(input, policy, known).toSorted((a, b) => (a.rule < b.rule ? -1 : 1))
  const shuffled = fc.shuffledSubarray([...rules], { minLength: rules.length })
  fc.assert(
    fc.property(shuffled, (known) => {
      expect(sort(known)).toEqual(sort(rules))
    }),
    { numRuns: 50 },
  )
})

describe('nothing makes the gate throw', () => {
  const good = Object.entries(naming(0))
    .map(([key, value], at) => `${at === 0 ? '- ' : '  '}${key}: ${value}`)
    .join('\n')
  const mutated = fc
    .tuple(
      fc.nat(good.length),
      fc.nat(20),
      fc.constantFrom('', ':', '- ', '\n', '*a', '&a ', '{', '"', '\t', '\0', '<<: *a'),
    )
    .map(([at, length, text]) => good.slice(0, at) + text + good.slice(at + length))

  test('no text of a quarantine', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string()), (text) => {
        const parsed = parseQuarantine({ file: 'quarantine.yaml', text })
        const quarantine = parsed.ok
          ? { entries: parsed.value, problems: [] }
          : { entries: [], problems: parsed.problems }
        const verdict = ask({ cases: makeCases(['failed']), quarantine })
        if (!parsed.ok) expect(verdict.verdict).toBe('block')
      }),
      { numRuns: 300 },
    )
  })

  test('no mixture of what became of cases, history and policy', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...outcomes)),
        fc.option(histories),
        policies,
        (all, history, policy) => {
          const verdict = ask({ cases: makeCases(all).slice(2), history, policy })
          const broken = verdict.findings.filter(({ actual }) => JSON.stringify(actual).includes('"error"'))
          expect(broken).toEqual([])
        },
      ),
      { numRuns: 80 },
    )
  })
})
