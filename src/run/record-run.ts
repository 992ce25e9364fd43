// Keeps the books of a run: attempts, losses, durations, and the two accounts of each attempt, Allure's and the
// witness's. It decides whether a case runs again; who runs it is the supervisor's business.
import type { Envelope } from '@cucumber/messages'
import type { FeaturePickle } from '../plan/parse-feature.ts'
import type { Case } from '../plan/plan.ts'
import type { Attempt } from './collect-attempts.ts'
import { CoverageRecord } from './coverage.ts'
import { explainAttempt, type Explanation } from './explain-attempt.ts'
import { isWorthRetrying, judgeAttempt } from './judge-attempt.ts'
import { makeAllureResult, type AttemptContext } from './make-allure-result.ts'
import { redactAttachment } from './redact-attachment.ts'
import type { LineFile } from './run-folder.ts'
import type { RunSetup } from './run-setup.ts'
import type { Loss } from './seal.ts'
import { redactJson } from './make-redactor.ts'
import { makeWitness, type Witness } from './witness.ts'
import type { PlannedWork, WorkSource } from './work-source.ts'

/** A lost case runs again elsewhere at most so many times; the losses after that are the machine's, not its own. */
const lossesAllowed = 2

export type Override = NonNullable<AttemptContext['judgement']>

export class RunRecord {
  readonly losses: Loss[] = []
  readonly durations = new Map<string, { ms: number; passed: boolean }>()
  readonly coverage = new CoverageRecord()
  readonly #setup: RunSetup
  readonly #source: WorkSource
  readonly #entries: ReadonlyMap<string, FeaturePickle>
  readonly #keywords: ReadonlyMap<string, string>
  readonly #lines: LineFile
  readonly #witness: Witness
  #success = true

  constructor(setup: RunSetup, cases: readonly Case[], source: WorkSource) {
    this.#setup = setup
    this.#source = source
    this.#entries = indexEntries(setup, cases)
    this.#keywords = indexKeywords(setup)
    this.#lines = setup.folder.openLines(`messages/shard-${setup.shard.index}-of-${setup.shard.total}.ndjson`)
    const { plan, features, versions } = setup
    const pickleOf = (caseId: string) => this.#entries.get(caseId)
    this.#witness = makeWitness({ runId: plan.runId, features, cases, pickleOf, versions }, (line) =>
      this.#write(line),
    )
    this.#witness.begin(setup.now())
  }

  /** The pickle of a case and where it stands in its file. */
  entryOf(caseId: string): FeaturePickle | undefined {
    return this.#entries.get(caseId)
  }

  addMessage(envelope: Envelope, attempt: number, willBeRetried = false): void {
    this.#witness.add(envelope, { number: attempt, willBeRetried })
  }

  /** An attempt has ended: writes its result and says whether the case runs again. */
  addAttempt(
    work: PlannedWork,
    attempt: Attempt,
    { worker, override }: { worker: string; override: Override | null },
  ): boolean {
    const judgement = override ?? judgeAttempt(attempt)
    const isWorth = override !== null || isWorthRetrying(attempt)
    const willBeRetried = isWorth && work.attempt < this.#setup.retry
    this.#count(work, { ms: attempt.stopMs - attempt.startMs, passed: judgement.status === 'passed' })
    const explanation = this.#writeResult(attempt, { work, worker, override })
    if (!willBeRetried && judgement.status !== 'passed') this.#success = false
    this.#setup.onProgress({
      kind: 'attempt',
      case: work.case,
      status: judgement.status,
      willBeRetried,
      message: this.#setup.redact(judgement.message),
      explanation,
    })
    if (willBeRetried) this.#source.giveBack({ ...work, attempt: work.attempt + 1 })
    else this.#source.settle(work.case.id, attempt.stopMs - attempt.startMs)
    return willBeRetried
  }

  addCoverage(caseId: string, report: string): void {
    this.coverage.add(caseId, report)
  }

  /** A worker went away under a case: it runs again, or is given up and then broken for good. */
  addLoss(work: PlannedWork, loss: Omit<Loss, 'case'>): void {
    const cause = this.#setup.redact(loss.cause)
    this.losses.push({ case: work.case.id, ...loss, cause })
    const count = this.losses.filter((other) => other.case === work.case.id).length
    const givenUp = count > lossesAllowed
    this.#setup.onProgress({ kind: 'loss', case: work.case, cause, givenUp })
    if (givenUp) this.#giveUp(work, { count, cause, worker: loss.worker })
    else this.#source.giveBack(work)
  }

  /** A hook around all cases has failed, and no case with it. */
  addHookFailure(message: string): void {
    this.#success = false
    this.#setup.onProgress({ kind: 'hook', message: this.#setup.redact(message) })
  }

  /** A worker went away, and no case with it. */
  addExit(message: string): void {
    this.#setup.onProgress({ kind: 'exit', message })
  }

  /** What nobody awaited went wrong when its case had passed already. */
  addStray(caseId: string, reason: string): void {
    this.#success = false
    const name = this.#entries.get(caseId)?.pickle.name ?? ''
    const message = this.#setup.redact(`"${name}" had passed when this came of it:\n${reason}`)
    this.#setup.onProgress({ kind: 'stray', message })
  }

  /** Nothing happened to the case; it only has to be run by another worker. */
  giveBack(work: PlannedWork): void {
    this.#source.giveBack(work)
  }

  async close(): Promise<void> {
    this.#witness.end(this.#setup.now(), this.#success)
    await this.#lines.close()
  }

  #giveUp(
    work: PlannedWork,
    { count, cause, worker }: { count: number; cause: string; worker: string },
  ): void {
    this.#success = false
    this.#count(work, { ms: 0, passed: false })
    const now = this.#setup.now()
    const attempt = { caseId: work.case.id, testCaseStartedId: '', startMs: now, stopMs: now, steps: [] }
    const message = `Infrastructure: the case was lost ${count} times and given up. ${cause}`
    this.#writeResult(attempt, {
      work,
      worker,
      override: { status: 'broken', message, trace: '', label: 'lost' },
    })
    this.#source.settle(work.case.id, 0)
  }

  #count({ case: { id } }: PlannedWork, { ms, passed }: { ms: number; passed: boolean }): void {
    const before = this.durations.get(id)?.ms ?? 0
    this.durations.set(id, { ms: before + Math.max(0, ms), passed })
  }

  #writeResult(
    attempt: Attempt,
    { work, worker, override }: { work: PlannedWork; worker: string; override: Override | null },
  ): Explanation {
    const { plan, host, folder, redact } = this.#setup
    const keyword = (astNodeId: string) => this.#keywords.get(astNodeId) ?? ''
    const context = { runId: plan.runId, case: work.case, attempt: work.attempt, worker, host, keyword }
    const made = makeAllureResult(attempt, override ? { ...context, judgement: override } : context)
    const attachments = made.attachments.map(({ name, body }) => ({
      name,
      body: redactAttachment(body, redact),
    }))
    for (const { name, body } of attachments) folder.write(`allure-results/${name}`, body)
    folder.write(`allure-results/${made.name}`, redactJson(made.result, redact))
    return explainAttempt({ ...made, attachments })
  }

  #write(envelope: Envelope): void {
    this.#lines.write(redactJson(envelope, this.#setup.redact))
  }
}

function indexEntries({ features }: RunSetup, cases: readonly Case[]): Map<string, FeaturePickle> {
  const byPlace = new Map(
    features.flatMap(({ uri, pickles }) => pickles.map((entry) => [`${uri}:${entry.line}`, entry] as const)),
  )
  return new Map(
    cases.flatMap(({ id, uri, line }) => {
      const entry = byPlace.get(`${uri}:${line}`)
      return entry ? [[id, entry] as const] : []
    }),
  )
}

function indexKeywords({ features }: RunSetup): Map<string, string> {
  const keywords = new Map<string, string>()
  for (const { document } of features) {
    const children = document.feature?.children ?? []
    const all = [...children, ...children.flatMap(({ rule }) => rule?.children ?? [])]
    const steps = all.flatMap(({ background, scenario }) => [
      ...(background?.steps ?? []),
      ...(scenario?.steps ?? []),
    ])
    for (const { id, keyword } of steps) keywords.set(id, keyword)
  }
  return keywords
}
