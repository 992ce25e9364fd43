// Reads one stream of Cucumber Messages, line by line, and keeps one record for each attempt. A stream may be far
// larger than memory, so nothing else is kept.
import type {
  Envelope,
  TestCase,
  TestCaseFinished,
  TestCaseStarted,
  TestRunFinished,
  TestStepFinished,
} from '@cucumber/messages'
import type { EvidenceProblem } from './evidence.ts'
import { isFittingEnd, judgeSteps, type StepWord } from './judge-steps.ts'
import { makeProblem } from './make-problem.ts'
import { parseEnvelope } from './parse-envelope.ts'
import type { WitnessAttempt } from './witness.ts'

type Open = { readonly caseId: string; readonly attempt: number; readonly steps: Map<string, StepWord> }

// The messages' own enumeration, spelled out so that this room needs no code of theirs.
const untold: StepWord = { status: 'UNKNOWN' as StepWord['status'], isAssertion: false }

/** How a hook of the run may end; a word that a later version brings is no pass. */
const goodEnds: ReadonlySet<string> = new Set(['PASSED', 'SKIPPED'])

/** One collector for each stream. */
export class WitnessCollector {
  readonly #file: string
  readonly #problems: EvidenceProblem[] = []
  readonly #tenants = new Map<string, string | null>()
  readonly #testCases = new Map<
    string,
    { caseId: string; steps: readonly string[]; own: ReadonlySet<string> }
  >()
  readonly #open = new Map<string, Open & { testCaseId: string }>()
  readonly #ended: WitnessAttempt[] = []
  #lines = 0
  #finished: TestRunFinished | null = null

  constructor(file: string) {
    this.#file = file
  }

  /** Takes the next line of the stream. */
  accept(line: string): void {
    this.#lines += 1
    const envelope = parseEnvelope(line)
    if (envelope) this.#acceptEnvelope(envelope)
    else this.#problems.push(this.#problem('unreadable-witness', { line: this.#lines, reason: 'no message' }))
  }

  /** Everything the stream told. */
  finish(): { attempts: WitnessAttempt[]; problems: EvidenceProblem[] } {
    const open = [...this.#open].map(([startedId, { caseId, attempt }]) => ({
      ...this.#describe(caseId),
      startedId,
      attempt,
      status: null,
      pending: false,
      willBeRetried: false,
    }))
    const attempts = [...this.#ended, ...open]
    return { attempts, problems: [...this.#problems, ...this.#judgeEnd(attempts)] }
  }

  #acceptEnvelope(envelope: Envelope): void {
    const { pickle, testCase, testCaseStarted, testStepFinished, testCaseFinished } = envelope
    if (pickle) this.#tenants.set(pickle.id, findTenant(pickle.tags))
    else if (testCase) this.#addTestCase(testCase)
    else if (testCaseStarted) this.#start(testCaseStarted)
    else if (testStepFinished) this.#endStep(testStepFinished)
    else if (testCaseFinished) this.#end(testCaseFinished)
    else this.#acceptRun(envelope)
  }

  #acceptRun({ testRunHookFinished, testRunFinished }: Envelope): void {
    // A failure that was told stays one, whatever is told after it.
    if (testRunFinished && this.#finished?.success !== false) this.#finished = testRunFinished
    if (!testRunHookFinished || goodEnds.has(testRunHookFinished.result.status)) return
    const { status, message = '' } = testRunHookFinished.result
    const detail = { name: 'hook of the run', status: status.toLowerCase(), message: message.slice(0, 300) }
    this.#problems.push(this.#problem('failed-fixture', detail))
  }

  #addTestCase({ id, pickleId, testSteps }: TestCase): void {
    const own = testSteps.filter(({ pickleStepId }) => pickleStepId !== undefined)
    const steps = testSteps.map((step) => step.id)
    this.#testCases.set(id, { caseId: pickleId, steps, own: new Set(own.map((step) => step.id)) })
  }

  #start({ id, testCaseId, attempt }: TestCaseStarted): void {
    const testCase = this.#testCases.get(testCaseId)
    if (testCase) this.#open.set(id, { caseId: testCase.caseId, testCaseId, attempt, steps: new Map() })
    else
      this.#problems.push(
        this.#problem('unreadable-witness', { line: this.#lines, reason: 'unknown test case' }),
      )
  }

  #endStep({ testCaseStartedId, testStepId, testStepResult }: TestStepFinished): void {
    const isAssertion = testStepResult.exception?.type.includes('AssertionError') ?? false
    this.#open.get(testCaseStartedId)?.steps.set(testStepId, { status: testStepResult.status, isAssertion })
  }

  #end({ testCaseStartedId: startedId, willBeRetried }: TestCaseFinished): void {
    const open = this.#open.get(startedId)
    const testCase = this.#testCases.get(open?.testCaseId ?? '')
    if (!open || !testCase) {
      this.#problems.push(
        this.#problem('unreadable-witness', { line: this.#lines, reason: 'an end without a start' }),
      )
      return
    }
    this.#open.delete(startedId)
    const words = testCase.steps.map((id) => open.steps.get(id) ?? untold)
    const judged = judgeSteps(words, testCase.own.size > 0)
    this.#ended.push({
      ...this.#describe(open.caseId),
      startedId,
      attempt: open.attempt,
      ...judged,
      willBeRetried,
    })
  }

  #describe(caseId: string) {
    return { caseId, tenant: this.#tenants.get(caseId) ?? null, file: this.#file }
  }

  #judgeEnd(attempts: readonly WitnessAttempt[]): EvidenceProblem[] {
    if (!this.#finished) return [this.#problem('witness-unfinished', { reason: 'no end of the run' })]
    const { success } = this.#finished
    if (isFittingEnd(success, attempts, this.#problems.length > 0)) return []
    return [this.#problem('witness-disagrees', { reason: 'success', success })]
  }

  #problem(kind: EvidenceProblem['kind'], detail: EvidenceProblem['detail']): EvidenceProblem {
    return makeProblem(kind, this.#file, detail)
  }
}

function findTenant(tags: readonly { name: string }[]): string | null {
  return tags.find(({ name }) => name.startsWith('@tenant:'))?.name.slice('@tenant:'.length) ?? null
}
