// The witness is the account that cannot be talked round: whatever the stream leaves open or contradicts must show.
import { describe, expect, test } from 'vitest'
import type { AttemptSpec } from '../../test/acceptance/attempt-spec.ts'
import { firstCase, makeRunFiles } from '../../test/acceptance/run-folder.ts'
import { WitnessCollector } from './collect-witness.ts'
import { isFittingEnd, judgeSteps } from './judge-steps.ts'

function stream(...attempts: (AttemptSpec | 'passed' | 'failed')[]): string[] {
  const text = makeRunFiles({ cases: firstCase(...attempts) }).get('messages/shard-1-of-1.ndjson') ?? ''
  return text.trimEnd().split('\n')
}

function collect(lines: readonly string[]) {
  const collector = new WitnessCollector('messages/a.ndjson')
  for (const line of lines) collector.accept(line)
  return collector.finish()
}

test('each attempt has its case, its tenant, its number and its status', () => {
  const { attempts, problems } = collect(stream('failed', 'passed'))
  expect(problems).toEqual([])
  expect(attempts).toHaveLength(7)
  const retried = attempts.filter(({ caseId }) => caseId === attempts[0]?.caseId)
  expect(retried).toMatchObject([
    { tenant: 'maple', attempt: 0, status: 'failed', willBeRetried: true },
    { tenant: 'maple', attempt: 1, status: 'passed', willBeRetried: false },
  ])
})

describe('what a stream lacks', () => {
  test('an attempt without an end is open', () => {
    const { attempts } = collect(stream({ status: 'passed', witness: 'unfinished' }))
    expect(attempts.filter(({ status }) => status === null)).toHaveLength(1)
  })

  test('the end of the run is missed', () => {
    const { problems } = collect(stream('passed').slice(0, -1))
    expect(problems).toMatchObject([{ kind: 'witness-unfinished', detail: { reason: 'no end of the run' } }])
  })

  test('a line that is no message is told by its number', () => {
    const lines = stream('passed')
    const { problems } = collect([...lines.slice(0, 2), '{"pickle":', '7', ...lines.slice(2)])
    expect(problems.map(({ kind, detail }) => [kind, detail['line']])).toEqual([
      ['unreadable-witness', 3],
      ['unreadable-witness', 4],
    ])
  })

  test.each([
    { pickle: {} },
    { pickle: { id: 'a', tags: [{}] } },
    { pickle: null },
    { testCase: {} },
    { testCase: { id: 'a', pickleId: 'b', testSteps: [null] } },
    { testCaseStarted: { id: 'a', testCaseId: 'b', attempt: -1 } },
    { testStepFinished: {} },
    { testStepFinished: { testCaseStartedId: 'a', testStepId: 'b', testStepResult: { status: 7 } } },
    { testCaseFinished: { testCaseStartedId: 'a', willBeRetried: 'true' } },
    { testRunHookFinished: {} },
    { testRunHookFinished: { result: { status: 'FAILED', message: 7 } } },
    { testRunFinished: {} },
  ])('a message without what is read of it is none: %j', (message) => {
    const { problems } = collect([JSON.stringify(message), ...stream('passed')])
    expect(problems).toMatchObject([
      { kind: 'unreadable-witness', detail: { line: 1, reason: 'no message' } },
    ])
  })

  test('a start without a test case and an end without a start are no attempts', () => {
    const lines = stream('passed').filter((line) => !line.startsWith('{"testCase":'))
    const { attempts, problems } = collect(lines)
    expect(attempts).toEqual([])
    expect(new Set(problems.map(({ kind, detail }) => `${kind}: ${String(detail['reason'])}`))).toEqual(
      new Set(['unreadable-witness: unknown test case', 'unreadable-witness: an end without a start']),
    )
  })

  test('a step that nothing was told of leaves the attempt unknown', () => {
    const lines = stream('passed').filter((line) => !line.includes('-step","testStepResult'))
    const { attempts } = collect(lines)
    expect(new Set(attempts.map(({ status }) => status))).toEqual(new Set(['unknown']))
  })
})

/** A stream of one attempt, whose steps ended with these results; a hook has no step of a scenario. */
function streamOf(...steps: { isHook?: boolean; status: string; type?: string }[]): string[] {
  const id = (index: number) => `step-${index}`
  const testSteps = steps.map(({ isHook = false }, index) => ({
    id: id(index),
    ...(isHook ? { hookId: 'hook' } : { pickleStepId: 'of-the-pickle' }),
  }))
  const ends = steps.map(({ status, type }, index) => ({
    testStepFinished: {
      testCaseStartedId: 'started',
      testStepId: id(index),
      testStepResult: { status, ...(type === undefined ? {} : { exception: { type } }) },
    },
  }))
  return [
    { testCase: { id: 'test-case', pickleId: 'case', testSteps } },
    { testCaseStarted: { id: 'started', testCaseId: 'test-case', attempt: 0 } },
    ...ends,
    { testCaseFinished: { testCaseStartedId: 'started', willBeRetried: false } },
    { testRunFinished: { success: steps.every(({ status }) => status === 'PASSED') } },
  ].map((message) => JSON.stringify(message))
}

test.each([
  ['a hook alone shows nothing', [{ isHook: true, status: 'PASSED' }], 'broken'],
  ['a step beside a hook', [{ isHook: true, status: 'PASSED' }, { status: 'PASSED' }], 'passed'],
  ['an assertion that failed', [{ status: 'FAILED', type: 'AssertionError' }], 'failed'],
  ['an assertion of another library', [{ status: 'FAILED', type: 'x.AssertionError [E]' }], 'failed'],
  ['another error', [{ status: 'FAILED', type: 'TypeError' }], 'broken'],
  ['an error that tells no type', [{ status: 'FAILED' }], 'broken'],
])('%s: %j is %s', (_what, steps, status) => {
  const { attempts } = collect(streamOf(...steps))
  expect(attempts).toMatchObject([{ caseId: 'case', status, pending: false, willBeRetried: false }])
})

test('an attempt that is left open is neither pending nor to be retried', () => {
  const { attempts } = collect(streamOf({ status: 'PASSED' }).filter((line) => !line.includes('Finished')))
  expect(attempts).toMatchObject([{ status: null, pending: false, willBeRetried: false }])
})

test('a failed hook of the run is a failed fixture', () => {
  const hook = { testRunHookFinished: { result: { status: 'FAILED', message: 'no database' } } }
  const { problems } = collect([JSON.stringify(hook), ...stream('passed')])
  expect(problems).toMatchObject([
    {
      kind: 'failed-fixture',
      detail: { name: 'hook of the run', status: 'failed', message: 'no database' },
    },
  ])
})

test.each(['failed', 'UNDEFINED', 'A_WORD_TO_COME'])(
  'a hook of the run that ended as %s is no pass',
  (status) => {
    const { problems } = collect([
      JSON.stringify({ testRunHookFinished: { result: { status } } }),
      ...stream('passed'),
    ])
    expect(problems).toMatchObject([{ kind: 'failed-fixture' }])
  },
)

describe('the stream’s word on the whole', () => {
  const turn = (lines: string[], success: boolean): string[] =>
    lines.map((line) => line.replace(/"success":(true|false)/, `"success":${success}`))

  test('success over a failure is a contradiction, and so is failure over nothing', () => {
    expect(collect(turn(stream('failed', 'failed'), true)).problems.map(({ kind }) => kind)).toEqual([
      'witness-disagrees',
    ])
    expect(collect(turn(stream('passed'), false)).problems.map(({ kind }) => kind)).toEqual([
      'witness-disagrees',
    ])
  })

  test('a failure that is told first is not taken back by a success after it', () => {
    const failure = JSON.stringify({ testRunFinished: { success: false } })
    const { problems } = collect([failure, ...stream('passed')])
    expect(problems).toMatchObject([{ kind: 'witness-disagrees' }])
  })

  test('a retried failure fits success; a skip, a loss or another cause fits both', () => {
    const attempt = {
      caseId: 'c',
      tenant: null,
      file: '',
      startedId: '',
      attempt: 0,
      pending: false,
      willBeRetried: false,
    }
    const failed = { ...attempt, status: 'failed', willBeRetried: true } as const
    const passed = { ...attempt, attempt: 1, status: 'passed' } as const
    const skipped = { ...attempt, status: 'skipped' } as const
    const open = { ...attempt, status: null }
    expect(isFittingEnd(true, [failed, passed], false)).toBe(true)
    expect([true, false].map((success) => isFittingEnd(success, [skipped], false))).toEqual([true, true])
    expect(isFittingEnd(false, [open, passed], false)).toBe(true)
    expect(isFittingEnd(false, [passed], true)).toBe(true)
  })
})

describe('the status of an attempt', () => {
  const judge = (...all: string[]) =>
    judgeSteps(
      all.map((status) => ({ status, isAssertion: true }) as never),
      true,
    )

  test('of a failed step is broken where nothing was asserted, and none of no step passes', () => {
    const failed = { status: 'FAILED', isAssertion: false } as never
    expect(judgeSteps([failed], true).status).toBe('broken')
    expect(judgeSteps([{ status: 'PASSED', isAssertion: false } as never], false).status).toBe('broken')
    expect(judgeSteps([], true).status).toBe('unknown')
    expect(judgeSteps([], false).status).toBe('broken')
  })

  test.each([
    [['PASSED'], 'passed'],
    [['PASSED', 'SKIPPED'], 'skipped'],
    [['PENDING', 'SKIPPED'], 'skipped'],
    [['UNDEFINED', 'SKIPPED'], 'broken'],
    [['AMBIGUOUS', 'PASSED'], 'broken'],
    [['PASSED', 'FAILED'], 'failed'],
    [['PASSED', 'UNKNOWN'], 'unknown'],
    [['PASSED', 'SOMETHING NEW'], 'unknown'],
  ])('of steps %j is %s', (statuses, status) => {
    expect(judge(...statuses).status).toBe(status)
  })
})
