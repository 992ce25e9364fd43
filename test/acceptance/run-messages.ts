// The witness of a built run: one stream of Cucumber Messages for each shard, as the runner writes it.
import type { MadeCase, StepStatus } from './attempt-spec.ts'

/** The id under which the messages know an attempt; losses in a seal name it. */
export function startedIdOf(caseId: string, attempt: number): string {
  return `started-${caseId.slice(0, 12)}-${attempt}`
}

/** One stream, ending with the end of the run. */
export function makeMessages(runId: string, cases: readonly MadeCase[]): string {
  const bodies = cases.map(makeCaseMessages)
  const told = cases.flatMap(({ attempts }) => attempts.findLast(({ witness }) => witness !== null) ?? [])
  const success = told.every(({ witness }) => witness === 'PASSED')
  const all = [
    { meta: { protocolVersion: '34.2.1', implementation: { name: 'airlock', version: '0.1.0' } } },
    ...cases.map(({ planCase }) => ({ pickle: makePickle(planCase.id, planCase.tenant) })),
    { testRunStarted: { id: runId, timestamp: toTimestamp(0) } },
    ...bodies.flat(),
    { testRunFinished: { testRunStartedId: runId, timestamp: toTimestamp(1), success } },
  ]
  return all.map((envelope) => `${JSON.stringify(envelope)}\n`).join('')
}

function makePickle(id: string, tenant: string) {
  const tags = [{ name: `@tenant:${tenant}`, astNodeId: '1' }]
  return {
    id,
    uri: 'features/a.feature',
    astNodeIds: ['1'],
    tags,
    name: 'x',
    language: 'en',
    steps: [{ id: `${id}-1` }],
  }
}

/** Retries run in batches of their own, so each attempt has a test case of its own. */
function makeCaseMessages({ planCase, attempts }: MadeCase): object[] {
  const told = attempts.flatMap(({ witness, startMs }, number) =>
    witness === null ? [] : [{ witness, startMs, number }],
  )
  return told.flatMap(({ witness, startMs, number }, at) => {
    const testCaseId = `case-${planCase.id.slice(0, 12)}-${number}`
    const id = startedIdOf(planCase.id, number)
    const timestamp = toTimestamp(startMs)
    const steps = [
      { id: `${id}-hook`, hookId: 'hook-1' },
      { id: `${id}-step`, pickleStepId: `${planCase.id}-1`, stepDefinitionIds: ['definition-1'] },
    ]
    return [
      { testCase: { id: testCaseId, pickleId: planCase.id, testSteps: steps } },
      { testCaseStarted: { id, testCaseId, attempt: number, timestamp } },
      ...(witness === 'unfinished'
        ? []
        : makeEnding(id, { witness, timestamp, isLast: at === told.length - 1 })),
    ]
  })
}

type Ending = { readonly witness: StepStatus; readonly timestamp: object; readonly isLast: boolean }

function makeEnding(testCaseStartedId: string, { witness, timestamp, isLast }: Ending): object[] {
  const finish = (step: string, status: StepStatus) => ({
    testStepFinished: {
      testCaseStartedId,
      testStepId: `${testCaseStartedId}-${step}`,
      testStepResult: {
        status,
        duration: { seconds: 0, nanos: 0 },
        ...(status === 'FAILED'
          ? { exception: { type: 'AssertionError', message: 'Expected 663 points' } }
          : {}),
      },
      timestamp,
    },
  })
  return [
    finish('hook', 'PASSED'),
    finish('step', witness),
    { testCaseFinished: { testCaseStartedId, timestamp, willBeRetried: !isLast } },
  ]
}

function toTimestamp(ms: number): { seconds: number; nanos: number } {
  return { seconds: Math.floor(ms / 1000), nanos: (ms % 1000) * 1_000_000 }
}
