// A case that is ended with its worker cannot tell of its own end, so the messages of it are written here.
import { TestStepResultStatus, type Envelope } from '@cucumber/messages'
import type { Current } from './collect-attempts.ts'
import { toTimestamp } from './witness.ts'

/** The step it was in has failed with this message, and the case is over. */
export function* makeEnding(
  { testCaseStartedId, testStepId, isStepStarted }: Current,
  { message, timeMs }: { readonly message: string; readonly timeMs: number },
): Generator<Envelope> {
  const timestamp = toTimestamp(timeMs)
  const testStepResult = {
    status: TestStepResultStatus.FAILED,
    message,
    duration: { seconds: 0, nanos: 0 },
  }
  if (testStepId !== null) {
    if (!isStepStarted) yield { testStepStarted: { testCaseStartedId, testStepId, timestamp } }
    yield { testStepFinished: { testCaseStartedId, testStepId, testStepResult, timestamp } }
  }
  yield { testCaseFinished: { testCaseStartedId, timestamp, willBeRetried: false } }
}
