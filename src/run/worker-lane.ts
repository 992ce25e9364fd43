// One place at which cases are run, one worker after the other: batches go in, attempts and losses come out, and
// whatever a worker does, no case it was given is forgotten.
import type { Envelope } from '@cucumber/messages'
import { coverageMediaType } from './coverage.ts'
import { AttemptCollector } from './collect-attempts.ts'
import { describeExit, describeOutlived, describeOverdue, describeStayed } from './describe-worker-end.ts'
import { makeCasePickle } from './make-case-pickle.ts'
import { makeEnding } from './make-ending.ts'
import { openWorker, type OpenWorker, type WorkerExit } from './open-worker.ts'
import type { Override, RunRecord } from './record-run.ts'
import type { RunSetup } from './run-setup.ts'
import type { Shard } from './seal.ts'
import { describeSlowLoading, UnusableCodeError } from './unusable-code.ts'
import type { PlannedWork } from './work-source.ts'
import type { FromWorker } from './worker-protocol.ts'

type WorkerRecord = Shard['workers'][number]
type Ended = WorkerRecord['ended']

export class WorkerLane {
  readonly #setup: RunSetup
  readonly #record: RunRecord
  readonly #worker: OpenWorker
  readonly #collector: AttemptCollector
  readonly #startMs: number
  readonly #ready = Promise.withResolvers<void>()
  readonly #gone: Promise<WorkerRecord>
  /** Cases of the present batch that have not ended yet, in their order. */
  #batch = new Map<string, PlannedWork>()
  #finishedInBatch = 0
  #done: (() => void) | null = null
  #ended: Ended = 'lost'
  #isReady = false
  #isGone = false
  /** Why it was ended, where it was for taking too long outside of any case. */
  #overdue: string | null = null
  /** The same, where all was done and it was told to go. */
  #stayed: string | null = null
  /** Whether a case that had passed has left something behind; its worker is none that ended well. */
  #hasStrays = false
  #timer: NodeJS.Timeout | undefined

  constructor(setup: RunSetup, record: RunRecord, options: { id: string; onOutput: (text: string) => void }) {
    this.#setup = setup
    this.#record = record
    this.#startMs = setup.now()
    this.#collector = new AttemptCollector((caseId) => this.#pickleOf(caseId))
    this.#worker = openWorker({
      ...options,
      process: setup.spares.take(),
      setup: setup.worker,
      onMessage: (message) => this.#hear(message),
    })
    this.#gone = this.#worker.exit.then((exit) => this.#leave(exit))
    this.#timer = setTimeout(() => this.#endLoading(), setup.loadLimitMs)
  }

  /** Settles when the worker has loaded its code; rejects when it never will. */
  get ready(): Promise<void> {
    return this.#ready.promise
  }

  /** The worker's entry in the seal, once it is gone. */
  get gone(): Promise<WorkerRecord> {
    return this.#gone
  }

  /** Runs a batch to its end; false when the worker is gone afterwards. */
  async run(batch: readonly PlannedWork[]): Promise<boolean> {
    this.#batch = new Map(batch.map((work) => [work.case.id, work]))
    this.#finishedInBatch = 0
    // It may have left while it waited; nobody would ever answer for these.
    if (this.#isGone) {
      this.#giveBackRest(batch)
      return false
    }
    const done = new Promise<true>((resolve) => (this.#done = () => resolve(true)))
    this.#restartTimer()
    this.#worker.send({ type: 'batch', cases: batch.map((work) => this.#assign(work)) })
    const isAlive = await Promise.race([done, this.#gone.then(() => false)])
    clearTimeout(this.#timer)
    return isAlive
  }

  /** It goes when it is told to, unless something that a case has left behind keeps it busy. */
  async stop(): Promise<void> {
    if (!this.#isGone) this.#timer = setTimeout(() => this.#endStaying(), this.#setup.caseLimitMs)
    if (this.#ended !== 'interrupted') this.#ended = 'at-end'
    this.#worker.send({ type: 'stop' })
    await this.#gone
  }

  interrupt(): void {
    this.#ended = 'interrupted'
    this.#worker.kill()
  }

  #assign({ case: { id, uri, tenant }, attempt }: PlannedWork) {
    return { caseId: id, uri, tenant, attempt, pickleIndex: this.#record.entryOf(id)?.index ?? -1 }
  }

  #pickleOf(caseId: string) {
    const tenant = this.#batch.get(caseId)?.case.tenant
    const entry = this.#record.entryOf(caseId)
    return entry && tenant !== undefined ? makeCasePickle(entry.pickle, { caseId, tenant }) : undefined
  }

  #hear(message: FromWorker): void {
    if (message.type === 'ready') this.#becomeReady()
    else if (message.type === 'unusable') this.#ready.reject(new UnusableCodeError(message.reason))
    else if (message.type === 'messages')
      for (const envelope of message.envelopes) this.#hearEnvelope(envelope)
    else if (message.type === 'stray') this.#hearStray(message)
    else if (message.type === 'done') this.#endBatch(message.reason)
  }

  #hearStray({ caseId, reason }: { caseId: string; reason: string }): void {
    this.#hasStrays = true
    this.#record.addStray(caseId, reason)
  }

  #becomeReady(): void {
    clearTimeout(this.#timer)
    this.#isReady = true
    this.#ready.resolve()
  }

  /** Facts for the run are taken out: they belong to no reader of results or messages. */
  #hearEnvelope(envelope: Envelope): void {
    const { attachment } = envelope
    if (attachment?.mediaType !== coverageMediaType) return this.#accept(envelope, null)
    this.#record.addCoverage(this.#collector.current()?.caseId ?? '', attachment.body)
  }

  #accept(envelope: Envelope, override: Override | null): void {
    const caseId = this.#collector.current()?.caseId
    const finished = this.#collector.accept(envelope)
    const work = this.#batch.get(finished?.caseId ?? caseId ?? this.#collector.current()?.caseId ?? '')
    if (envelope.testCaseStarted) this.#restartTimer()
    if (!finished || !work) return this.#record.addMessage(envelope, work?.attempt ?? 0)
    this.#restartTimer()
    this.#batch.delete(work.case.id)
    this.#finishedInBatch += 1
    const willBeRetried = this.#record.addAttempt(work, finished, { worker: this.#worker.id, override })
    this.#record.addMessage(envelope, work.attempt, willBeRetried)
  }

  /** Cases still open now were never started: a hook before all of them failed, or their feature has changed. */
  #endBatch(reason: string): void {
    // A hook that failed before any case is the cause of their loss; one that failed after all of them is told by itself.
    if (this.#batch.size === 0 && reason !== '') this.#record.addHookFailure(reason)
    for (const work of this.#batch.values()) {
      this.#lose(work, {
        cause: reason || 'The batch ended without running it.',
        exitCode: null,
        signal: null,
      })
    }
    this.#batch.clear()
    this.#done?.()
  }

  #leave(exit: WorkerExit): WorkerRecord {
    clearTimeout(this.#timer)
    this.#isGone = true
    // Told to go it says goodbye with 0; any other end is its own, and what it was told of a case came before that.
    if (this.#ended === 'at-end' && exit.exitCode !== 0) this.#ended = 'lost'
    const cause = this.#overdue ?? `A worker left before it was ready: ${describeExit(exit)}.`
    this.#ready.reject(new UnusableCodeError(cause))
    if (this.#ended === 'lost') this.#settleLost(exit)
    if (this.#ended === 'time-limit') this.#giveBackRest(this.#batch.values())
    if (this.#hasStrays && this.#ended === 'time-limit') this.#ended = 'lost'
    return { id: this.#worker.id, start: this.#startMs, end: this.#setup.now(), ...exit, ended: this.#ended }
  }

  /** The case it was in, or had been about to start, is lost; the others only have to be run by somebody else. */
  #settleLost(exit: WorkerExit): void {
    const [first, ...rest] = this.#inFlightFirst()
    const isGuilty = this.#collector.current() !== null || this.#finishedInBatch === 0
    if (!first || !isGuilty) this.#tellExit(exit)
    if (!first) return
    const cause = this.#overdue ?? `The worker left in the middle of it: ${describeExit(exit)}.`
    if (isGuilty) this.#lose(first, { cause, ...exit })
    this.#giveBackRest(isGuilty ? rest : [first, ...rest])
  }

  /** No case was in the middle of anything, so none is the worse for it; but one that passed may be the cause. */
  #tellExit(exit: WorkerExit): void {
    // It has been told already, with the reason.
    if (this.#hasStrays) return
    if (this.#overdue !== null && this.#finishedInBatch > 0) this.#record.addHookFailure(this.#overdue)
    else if (this.#isReady) this.#record.addExit(this.#stayed ?? `It left by itself: ${describeExit(exit)}.`)
  }

  #inFlightFirst(): PlannedWork[] {
    const current = this.#collector.current()?.caseId
    return [...this.#batch.values()].toSorted(
      (a, b) => Number(b.case.id === current) - Number(a.case.id === current),
    )
  }

  #giveBackRest(rest: Iterable<PlannedWork>): void {
    for (const work of rest) this.#record.giveBack(work)
    this.#batch.clear()
  }

  #lose(work: PlannedWork, { cause, exitCode, signal }: { cause: string } & WorkerExit): void {
    const current = this.#collector.current()
    const testCaseStartedId = current?.caseId === work.case.id ? current.testCaseStartedId : null
    this.#record.addLoss(work, { worker: this.#worker.id, testCaseStartedId, cause, exitCode, signal })
  }

  #restartTimer(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#outlive(), this.#setup.caseLimitMs)
  }

  /** The case has had its time: its end is written for it, as it cannot do so itself, and the worker is ended. */
  #outlive(): void {
    const current = this.#collector.current()
    if (current) {
      this.#ended = 'time-limit'
      const message = describeOutlived(this.#setup.caseLimitMs)
      const override: Override = { status: 'broken', message, trace: '', label: 'time-limit' }
      for (const envelope of makeEnding(current, { message, timeMs: this.#setup.now() }))
        this.#accept(envelope, override)
    } else this.#overdue = describeOverdue(this.#setup.caseLimitMs)
    this.#worker.kill()
  }

  #endLoading(): void {
    this.#overdue = describeSlowLoading(this.#setup.loadLimitMs)
    this.#worker.kill()
  }

  #endStaying(): void {
    this.#stayed = describeStayed(this.#setup.caseLimitMs)
    this.#worker.kill()
  }
}
