// Cucumber tells of a case in dozens of messages; here they become one record per attempt.
import type {
  Attachment,
  Envelope,
  Hook,
  Pickle,
  StepDefinition,
  TestCase,
  TestStep,
  TestStepResult,
  Timestamp,
} from '@cucumber/messages'
import { TestStepResultStatus } from '@cucumber/messages'

export type AttemptStep = {
  readonly kind: 'step' | 'before' | 'after'
  readonly text: string
  /** AST node of the step, to find its keyword; empty for hooks. */
  readonly astNodeId: string
  readonly status: TestStepResultStatus
  readonly message: string
  readonly exceptionType: string
  readonly trace: string
  readonly startMs: number
  readonly stopMs: number
  readonly attachments: readonly Attachment[]
  /** Suggested code for an undefined step. */
  readonly snippet: string
  /** Places of all matching definitions, when there is more than one. */
  readonly candidates: readonly string[]
  /** Doc string and data table of the step, as text. */
  readonly argument: string
}

export type Attempt = {
  readonly caseId: string
  readonly testCaseStartedId: string
  readonly startMs: number
  readonly stopMs: number
  readonly steps: readonly AttemptStep[]
}

type Open = {
  readonly caseId: string
  readonly startMs: number
  readonly testCase: TestCase
  readonly started: Map<string, number>
  readonly results: Map<string, { result: TestStepResult; stopMs: number }>
  readonly attachments: Map<string, Attachment[]>
  readonly snippets: Map<string, string>
}

export type Current = {
  readonly caseId: string
  readonly testCaseStartedId: string
  readonly testStepId: string | null
  /** False when the message that it began was still on its way. */
  readonly isStepStarted: boolean
}

/** One collector per worker: the ids in its messages are the worker's own. */
export class AttemptCollector {
  readonly #pickles: (caseId: string) => Pickle | undefined
  readonly #hooks = new Map<string, Hook>()
  readonly #definitions = new Map<string, StepDefinition>()
  readonly #testCases = new Map<string, TestCase>()
  readonly #open = new Map<string, Open>()
  #current = ''

  constructor(pickles: (caseId: string) => Pickle | undefined) {
    this.#pickles = pickles
  }

  /** The case and attempt now running, and the step it is in, as far as messages have told; null between cases. */
  current(): Current | null {
    const open = this.#open.get(this.#current)
    if (!open) return null
    const step = open.testCase.testSteps.find(({ id }) => !open.results.has(id))
    const testStepId = step?.id ?? null
    const isStepStarted = testStepId !== null && open.started.has(testStepId)
    return { caseId: open.caseId, testCaseStartedId: this.#current, testStepId, isStepStarted }
  }

  /** Takes the next message; returns the attempt that it ended, if it did. */
  accept(envelope: Envelope): Attempt | null {
    if (envelope.hook) this.#hooks.set(envelope.hook.id, envelope.hook)
    if (envelope.stepDefinition) this.#definitions.set(envelope.stepDefinition.id, envelope.stepDefinition)
    if (envelope.testCase) this.#testCases.set(envelope.testCase.id, envelope.testCase)
    if (envelope.testCaseStarted) this.#start(envelope.testCaseStarted)
    this.#acceptStep(envelope)
    return envelope.testCaseFinished ? this.#finish(envelope.testCaseFinished) : null
  }

  #start({ id, testCaseId, timestamp }: { id: string; testCaseId: string; timestamp: Timestamp }): void {
    const testCase = this.#testCases.get(testCaseId)
    if (!testCase) return
    this.#current = id
    this.#open.set(id, {
      caseId: testCase.pickleId,
      startMs: toMs(timestamp),
      testCase,
      started: new Map(),
      results: new Map(),
      attachments: new Map(),
      snippets: new Map(),
    })
  }

  #acceptStep({ testStepStarted, testStepFinished, attachment, suggestion }: Envelope): void {
    const open = this.#open.get(this.#current)
    if (!open) return
    if (testStepStarted) open.started.set(testStepStarted.testStepId, toMs(testStepStarted.timestamp))
    if (suggestion)
      open.snippets.set(suggestion.pickleStepId, suggestion.snippets.map(({ code }) => code).join('\n'))
    if (attachment?.testStepId) {
      open.attachments.set(attachment.testStepId, [
        ...(open.attachments.get(attachment.testStepId) ?? []),
        attachment,
      ])
    }
    if (testStepFinished) {
      const { testStepResult: result, timestamp } = testStepFinished
      open.results.set(testStepFinished.testStepId, { result, stopMs: toMs(timestamp) })
    }
  }

  #finish({
    testCaseStartedId,
    timestamp,
  }: {
    testCaseStartedId: string
    timestamp: Timestamp
  }): Attempt | null {
    const open = this.#open.get(testCaseStartedId)
    if (!open) return null
    this.#open.delete(testCaseStartedId)
    this.#testCases.delete(open.testCase.id)
    const pickle = this.#pickles(open.caseId)
    const firstStep = open.testCase.testSteps.findIndex(({ pickleStepId }) => pickleStepId !== undefined)
    const steps = open.testCase.testSteps.map((step, index) =>
      this.#makeStep(step, {
        open,
        pickle,
        isBefore: firstStep === -1 ? this.#isBefore(step) : index < firstStep,
      }),
    )
    const { caseId, startMs } = open
    return { caseId, testCaseStartedId, startMs, stopMs: toMs(timestamp), steps }
  }

  #isBefore({ hookId }: TestStep): boolean {
    return this.#hooks.get(hookId ?? '')?.type === 'BEFORE_TEST_CASE'
  }

  #makeStep(
    step: TestStep,
    { open, pickle, isBefore }: { open: Open; pickle: Pickle | undefined; isBefore: boolean },
  ): AttemptStep {
    const pickleStep = pickle?.steps.find(({ id }) => id === step.pickleStepId)
    const ended = open.results.get(step.id)
    const startMs = open.started.get(step.id) ?? open.startMs
    const shared = {
      ...describeResult(ended?.result),
      startMs,
      stopMs: ended?.stopMs ?? startMs,
      attachments: open.attachments.get(step.id) ?? [],
      candidates: this.#namePlaces(step.stepDefinitionIds ?? []),
    }
    if (pickleStep) return { ...shared, ...describeStep(pickleStep, open.snippets) }
    const kind = isBefore ? 'before' : 'after'
    return {
      ...shared,
      kind,
      text: this.#nameHook(step.hookId ?? ''),
      astNodeId: '',
      snippet: '',
      argument: '',
    }
  }

  #nameHook(id: string): string {
    const hook = this.#hooks.get(id)
    return hook?.name ?? renderPlace(hook?.sourceReference)
  }

  #namePlaces(ids: readonly string[]): string[] {
    if (ids.length < 2) return []
    return ids.map((id) => {
      const definition = this.#definitions.get(id)
      return `${definition?.pattern.source ?? '?'} (${renderPlace(definition?.sourceReference)})`
    })
  }
}

function describeStep(
  { id, text, astNodeIds, argument }: Pickle['steps'][number],
  snippets: Map<string, string>,
) {
  const snippet = snippets.get(id) ?? ''
  return {
    kind: 'step' as const,
    text,
    astNodeId: astNodeIds[0] ?? '',
    snippet,
    argument: renderArgument(argument),
  }
}

/** A step that never ended has no result; that is told as unknown, not guessed. */
function describeResult(result: TestStepResult | undefined) {
  if (!result) return { status: TestStepResultStatus.UNKNOWN, message: '', exceptionType: '', trace: '' }
  const { status, message = '', exception } = result
  const { type = '', stackTrace = '' } = exception ?? {}
  return {
    status,
    message: exception?.message === undefined ? firstLines(message) : withCauses(exception.message, message),
    exceptionType: type,
    trace: message || stackTrace,
  }
}

/** "fetch failed" says nothing by itself; why it did stands below the places in the code, a line each. */
function withCauses(text: string, trace: string): string {
  const causes = trace.match(/^Caused by: .+$/gm) ?? []
  return [text, ...new Set(causes.filter((cause) => !text.includes(cause)))].join('\n')
}

function firstLines(message: string): string {
  return message.split(/\n\s+at /, 1)[0] ?? message
}

function renderPlace(reference: { uri?: string; location?: { line: number } } | undefined): string {
  return reference?.uri ? `${reference.uri}:${reference.location?.line ?? 0}` : ''
}

type Argument = NonNullable<Pickle['steps'][number]['argument']>

function renderArgument(argument: Argument | undefined): string {
  if (argument?.docString) return argument.docString.content
  const rows = argument?.dataTable?.rows ?? []
  return rows.map(({ cells }) => `| ${cells.map(({ value }) => value).join(' | ')} |`).join('\n')
}

/** Message timestamps are seconds and nanoseconds since 1970. */
export function toMs({ seconds, nanos }: Timestamp): number {
  return seconds * 1000 + Math.floor(nanos / 1e6)
}
