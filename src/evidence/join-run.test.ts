// Plan, results and messages held against each other: each way in which they can differ has a test here.
import { describe, expect, test } from 'vitest'
import type { AllureStatus, AttemptSpec } from '../../test/acceptance/attempt-spec.ts'
import {
  firstCase,
  makeRunFiles,
  resultPaths,
  runStartMs,
  type RunSpec,
} from '../../test/acceptance/run-folder.ts'
import { addLoss } from '../../test/acceptance/run-seal.ts'
import { startedIdOf } from '../../test/acceptance/run-messages.ts'
import type { Plan } from '../plan/plan.ts'
import type { Seal } from '../run/seal.ts'
import { WitnessCollector } from './collect-witness.ts'
import { joinRun, type Joint } from './join-run.ts'
import { parseResult } from './parse-result.ts'
import { shareValues } from './share-values.ts'

function makeJoint(spec: RunSpec): Joint {
  const files = makeRunFiles(spec)
  const collector = new WitnessCollector('messages/shard-1-of-1.ndjson')
  for (const line of (files.get('messages/shard-1-of-1.ndjson') ?? '').trimEnd().split('\n'))
    collector.accept(line)
  const results = resultPaths(files).map((path) => {
    const fields = JSON.parse(files.get(path) ?? '') as Record<string, unknown>
    return parseResult(fields, { path, shared: shareValues() }).result
  })
  return {
    plan: JSON.parse(files.get('plan.json') ?? '') as Plan,
    seal: files.has('run.json') ? (JSON.parse(files.get('run.json') ?? '') as Seal) : null,
    witness: { files: 1, ...collector.finish() },
    results,
  }
}

function join(spec: RunSpec, change: (joint: Joint) => Joint = (joint) => joint) {
  const { cases, problems } = joinRun(change(makeJoint(spec)))
  const first = cases.find(({ planned, tenant, line }) => planned && tenant === 'maple' && line === 3)
  return { first, cases, problems, kinds: problems.map(({ kind }) => kind) }
}

const joinFirst = (...attempts: (AttemptSpec | AllureStatus)[]) => join({ cases: firstCase(...attempts) })

/** The id of the first case of a run. */
const firstId = (JSON.parse(makeRunFiles().get('plan.json') ?? '') as Plan).cases[0]?.id ?? ''

test('where all three agree there is nothing to say', () => {
  const { cases, problems, first } = joinFirst('failed', 'passed')
  expect(problems).toEqual([])
  expect(cases).toHaveLength(6)
  expect(first).toMatchObject({ outcome: 'flaky', attempts: [{ witness: 'failed' }, { witness: 'passed' }] })
})

test('attempts are ordered by their number, whatever the clocks say', () => {
  const late = { status: 'failed', startMs: runStartMs + 31 * 365 * 86_400_000 } as const
  expect(joinFirst(late, 'passed').first?.outcome).toBe('flaky')
})

describe('results that do not fit the plan', () => {
  test('a planned case without one is missing', () => {
    const { first, problems } = joinFirst({ status: 'passed', allure: false, witness: null })
    expect(first?.outcome).toBe('missing')
    const place = { uri: 'features/wallets/open.feature', line: 3, tenant: 'maple' }
    expect(problems).toEqual([
      {
        kind: 'missing-result',
        subject: firstId,
        detail: { ...place, scenario: 'A new customer gets an empty wallet' },
      },
    ])
  })

  test('one that no plan knows is surplus, in the results and in the messages', () => {
    const { cases, problems } = join({}, (joint) => ({
      ...joint,
      plan: { ...joint.plan, cases: joint.plan.cases.slice(1) },
    }))
    expect(cases.filter(({ planned }) => !planned)).toHaveLength(1)
    const file = 'messages/shard-1-of-1.ndjson'
    expect(problems).toEqual([
      expect.objectContaining({ kind: 'surplus-result' }),
      { kind: 'witness-surplus', subject: firstId, detail: { reason: 'not planned', file } },
    ])
  })

  test('the same attempt twice is surplus', () => {
    const { kinds } = join({ cases: firstCase('passed'), retry: 3 }, (joint) => ({
      ...joint,
      results: [...joint.results, ...joint.results.filter(({ own }) => own?.caseId === firstId)],
    }))
    expect(kinds).toContain('surplus-result')
    expect(kinds).toContain('witness-missing')
  })

  test('two files for one attempt mean the same in whatever order they were read', () => {
    const joined = (turn: (all: Joint['results']) => Joint['results']) =>
      join({ cases: firstCase('failed') }, (joint) => {
        const [first] = joint.results.filter(({ own }) => own?.caseId === firstId)
        const twin = {
          ...first!,
          attempt: { ...first!.attempt, file: 'allure-results/!.json', status: 'passed' as const },
        }
        return { ...joint, results: turn([twin, ...joint.results]) }
      })
    const [one, other] = [joined((all) => all), joined((all) => all.toReversed())]
    expect(one.first?.attempts.map(({ status }) => status)).toEqual(['passed', 'failed'])
    expect(other.first).toEqual(one.first)
  })

  test('more attempts than the run allows are told', () => {
    expect(joinFirst('failed', 'failed', 'passed').kinds).toEqual(['too-many-attempts'])
  })

  test('one of another run, another case or another tenant gives itself away', () => {
    const [joint, foreign] = [makeJoint({}), makeJoint({ runId: 'other' })]
    expect(joinRun({ ...joint, results: foreign.results }).problems.map(({ kind }) => kind)).toContain(
      'foreign-run',
    )
    const swapped = joint.results.map((result) => ({
      ...result,
      found: { ...result.found, tenant: 'lotus' },
    }))
    expect(joinRun({ ...joint, results: swapped }).problems[0]?.kind).toBe('identity-disagrees')
    const renamed = joint.results.map((result) => ({
      ...result,
      own: result.own && { ...result.own, historyId: 'h' },
    }))
    expect(joinRun({ ...joint, results: renamed }).problems[0]).toMatchObject({
      kind: 'identity-disagrees',
      subject: firstId,
      detail: { historyId: 'h', tenant: 'maple', planned: 'maple' },
    })
  })

  test('of joined shards each has results of its own run alone', () => {
    const [joint, other] = [makeJoint({}), makeJoint({ runId: 'other' })]
    const [seal, first] = [joint.seal as Seal, joint.results[0]?.own?.caseId ?? '']
    const ids = joint.plan.cases.map(({ id }) => id)
    const [shard] = seal.shards as [Seal['shards'][number]]
    const shards = [
      { ...shard, cases: [first] },
      { ...shard, cases: ids.filter((id) => id !== first), runId: 'other' },
    ]
    const of = ({ results }: Joint, isFirst: boolean) =>
      results.filter(({ own }) => (own?.caseId === first) === isFirst)
    const kinds = (results: Joint['results']) =>
      joinRun({ ...joint, seal: { ...seal, shards }, results }).problems.map(({ kind }) => kind)
    expect(kinds([...of(joint, true), ...of(other, false)])).toEqual([])
    expect(kinds([...of(other, true), ...of(other, false)])).toEqual(['foreign-run'])
    expect(kinds([...of(joint, true), ...of(joint, false)])).toEqual(Array(5).fill('foreign-run'))
  })

  test('two scenarios of one identity are told, since only one of them ran', () => {
    const excluded = {
      uri: 'features/a.feature',
      line: 9,
      scenario: 's',
      tenant: 'maple',
      detail: 'the same as line 3',
    }
    const { problems } = join({
      plan: {
        excluded: [
          { ...excluded, reason: 'duplicate' },
          { ...excluded, reason: 'service' },
        ],
      },
    })
    expect(problems).toMatchObject([{ kind: 'duplicate-case', subject: 'features/a.feature:9' }])
  })
})

describe('results and messages that differ', () => {
  test.each([
    ['passed', 'FAILED', 'failed'],
    ['passed', 'UNDEFINED', 'broken'],
    ['passed', 'SKIPPED', 'skipped'],
    ['skipped', 'FAILED', 'failed'],
  ] as const)(
    'Allure says %s, a step %s: the case is %s and the contradiction is told',
    (status, witness, outcome) => {
      const { first, kinds } = joinFirst({ status, witness })
      expect(first?.outcome).toBe(outcome)
      expect(kinds).toEqual(['witness-disagrees'])
    },
  )

  test('whether it failed or broke is no contradiction', () => {
    expect(joinFirst({ status: 'broken', witness: 'FAILED' }, 'passed').kinds).toEqual([])
  })

  test('pending is known from the messages alone', () => {
    expect(joinFirst({ status: 'skipped', witness: 'PENDING' }).first?.attempts[0]?.pending).toBe(true)
  })

  test('a result of which the messages know nothing, and the other way round', () => {
    expect(joinFirst({ status: 'passed', witness: null }).kinds).toEqual(['witness-missing'])
    const other = joinFirst({ status: 'failed', allure: false }, 'passed')
    expect(other.kinds).toContain('witness-surplus')
  })

  test('a retry that was announced and never came', () => {
    const { kinds } = join({ cases: firstCase('failed', 'failed') }, (joint) => ({
      ...joint,
      results: joint.results.filter(({ own }) => own?.caseId !== firstId || own.attempt === 0),
      witness: joint.witness && {
        ...joint.witness,
        attempts: joint.witness.attempts.filter(({ caseId, attempt }) => caseId !== firstId || attempt === 0),
      },
    }))
    expect(kinds).toEqual(['witness-unfinished'])
  })

  test('messages that speak of another tenant than planned', () => {
    const { kinds } = join({}, (joint) => ({
      ...joint,
      witness: joint.witness && {
        ...joint.witness,
        attempts: joint.witness.attempts.map((attempt) => ({ ...attempt, tenant: 'lotus' })),
      },
    }))
    expect(new Set(kinds)).toEqual(new Set(['identity-disagrees']))
  })
})

describe('losses', () => {
  const unfinished = { status: 'passed', witness: 'unfinished', allure: false } as const

  test('an attempt without an end is accepted only if the seal names it', () => {
    const cases = firstCase(unfinished, 'passed')
    const seal = (sealed: Seal): Seal =>
      addLoss(sealed, { caseId: firstId, startedId: startedIdOf(firstId, 0) })
    expect(join({ cases, seal }).problems).toEqual([])
    expect(join({ cases, seal }).first?.outcome).toBe('passed')
    expect(join({ cases }).kinds).toEqual(['witness-unfinished'])
  })

  test('a case that was given up is lost, and the seal has to know of it', () => {
    const cases = firstCase({ status: 'broken', lost: true, witness: null })
    const seal = (sealed: Seal): Seal => addLoss(sealed, { caseId: firstId, startedId: null })
    expect(join({ cases, seal }).first?.outcome).toBe('lost')
    expect(join({ cases, seal }).problems).toEqual([])
    expect(join({ cases }).problems).toMatchObject([
      { kind: 'witness-missing', detail: { reason: 'given up, but the seal names no loss' } },
    ])
  })
})

test('without any messages only the results are told', () => {
  const { first, problems } = join({}, (joint) => ({ ...joint, witness: null }))
  expect(first?.attempts[0]?.witness).toBeNull()
  expect(problems).toEqual([])
})
