// A line of Cucumber Messages → the message, where it has the fields that are read of it. A stream may be cut, edited or
// another writer's: what does not fit is no message, and never an exception. By hand, since there are a million lines.
import type { Envelope } from '@cucumber/messages'
import { isFields } from './fields.ts'

type Test = (value: unknown) => boolean
type Shape = Readonly<Record<string, Test>>

const isText: Test = (value) => typeof value === 'string'
const isFlag: Test = (value) => typeof value === 'boolean'
const isCount: Test = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0
const has =
  (shape: Shape): Test =>
  (value) =>
    isFields(value) && Object.entries(shape).every(([key, fits]) => fits(value[key]))
const isListOf =
  (fits: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(fits)
const mayBe =
  (fits: Test): Test =>
  (value) =>
    value === undefined || fits(value)

/** Messages that are not here say nothing that anybody reads. */
const shapes: ReadonlyMap<string, Test> = new Map(
  Object.entries({
    pickle: has({ id: isText, tags: isListOf(has({ name: isText })) }),
    testCase: has({ id: isText, pickleId: isText, testSteps: isListOf(has({ id: isText })) }),
    testCaseStarted: has({ id: isText, testCaseId: isText, attempt: isCount }),
    testStepFinished: has({
      testCaseStartedId: isText,
      testStepId: isText,
      testStepResult: has({ status: isText, exception: mayBe(has({ type: isText })) }),
    }),
    testCaseFinished: has({ testCaseStartedId: isText, willBeRetried: isFlag }),
    testRunHookFinished: has({ result: has({ status: isText, message: mayBe(isText) }) }),
    testRunFinished: has({ success: isFlag }),
  } satisfies Partial<Record<keyof Envelope, Test>>),
)

/** The message, or null for what is none. */
export function parseEnvelope(line: string): Envelope | null {
  const value = parse(line)
  if (!isFields(value)) return null
  return Object.entries(value).every(([kind, told]) => shapes.get(kind)?.(told) ?? true) ? value : null
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
