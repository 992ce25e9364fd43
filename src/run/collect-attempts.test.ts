// What a person reads first of a failure is its message, so all that says why has to be in it.
import { TestStepResultStatus, type Envelope } from '@cucumber/messages'
import { expect, test } from 'vitest'
import { AttemptCollector } from './collect-attempts.ts'

const timestamp = { seconds: 1, nanos: 0 }
const duration = { seconds: 0, nanos: 0 }
const testCaseStartedId = 'started'

function collectMessage(error: { message: string; stackTrace: string }): string | undefined {
  const result = { status: TestStepResultStatus.FAILED, duration, message: error.stackTrace }
  const exception = { type: 'TypeError', ...error }
  const envelopes: Envelope[] = [
    { testCase: { id: 'case', pickleId: 'pickle', testSteps: [{ id: 'step', hookId: 'hook' }] } },
    { testCaseStarted: { id: testCaseStartedId, testCaseId: 'case', attempt: 0, timestamp } },
    {
      testStepFinished: {
        testCaseStartedId,
        testStepId: 'step',
        testStepResult: { ...result, exception },
        timestamp,
      },
    },
    { testCaseFinished: { testCaseStartedId, timestamp, willBeRetried: false } },
  ]
  const collector = new AttemptCollector(() => undefined)
  return envelopes.map((envelope) => collector.accept(envelope)).at(-1)?.steps[0]?.message
}

test('a failure is told with its causes', () => {
  const stackTrace =
    'TypeError: fetch failed\n    at a.ts:1\nCaused by: Error: connect ECONNREFUSED\n    at b.ts:2\nCaused by: Error: gone'
  expect(collectMessage({ message: 'fetch failed', stackTrace })).toBe(
    'fetch failed\nCaused by: Error: connect ECONNREFUSED\nCaused by: Error: gone',
  )
})

test('a cause that the message tells already is told once', () => {
  const message = 'no\nCaused by: Error: why'
  expect(collectMessage({ message, stackTrace: `TypeError: ${message}\n    at a.ts:1` })).toBe(message)
})
