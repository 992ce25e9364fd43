// The witness of a run: one valid stream of Cucumber Messages per shard, whatever number of workers and batches
// it came from. It is written beside the Allure results so that neither can be bent without the other.
import {
  AttachmentContentEncoding,
  SourceMediaType,
  version,
  type Attachment,
  type Envelope,
} from '@cucumber/messages'
import type { Feature } from '../plan/parse-feature.ts'
import type { Case } from '../plan/plan.ts'
import { makeCasePickle } from './make-case-pickle.ts'

export type Witness = {
  /** What the stream begins with. */
  begin(timeMs: number): void
  /** A worker's message, put right for a stream that many workers share. */
  add(envelope: Envelope, attempt: { readonly number: number; readonly willBeRetried: boolean }): void
  end(timeMs: number, success: boolean): void
}

export type WitnessSource = {
  readonly runId: string
  readonly features: readonly Feature[]
  readonly cases: readonly Case[]
  readonly pickleOf: (caseId: string) => { pickle: Feature['pickles'][number]['pickle'] } | undefined
  readonly versions: {
    readonly node: string
    readonly airlock: string
    readonly platform: string
    readonly cpu: string
  }
}

/** Lines go to `write` as they come. */
export function makeWitness(source: WitnessSource, write: (envelope: Envelope) => void): Witness {
  const known = new Set<string>()
  return {
    begin(timeMs) {
      for (const envelope of makeOpening(source, timeMs)) write(envelope)
    },
    add(envelope, attempt) {
      const id = envelope.stepDefinition?.id ?? envelope.hook?.id ?? envelope.parameterType?.name
      if (id !== undefined && known.has(id)) return
      if (id !== undefined) known.add(id)
      write(putRight(envelope, { ...attempt, runId: source.runId }))
    },
    end(timeMs, success) {
      write({ testRunFinished: { testRunStartedId: source.runId, timestamp: toTimestamp(timeMs), success } })
    },
  }
}

function* makeOpening(
  { runId, features, cases, pickleOf, versions }: WitnessSource,
  timeMs: number,
): Generator<Envelope> {
  yield makeMeta(versions)
  const used = new Set(cases.map(({ uri }) => uri))
  for (const { uri, text, document } of features.filter((feature) => used.has(feature.uri))) {
    yield { source: { uri, data: text, mediaType: SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN } }
    yield { gherkinDocument: document }
  }
  for (const { id, tenant } of cases) {
    const entry = pickleOf(id)
    if (entry) yield { pickle: makeCasePickle(entry.pickle, { caseId: id, tenant }) }
  }
  yield { testRunStarted: { id: runId, timestamp: toTimestamp(timeMs) } }
}

function makeMeta({ node, airlock, platform, cpu }: WitnessSource['versions']): Envelope {
  return {
    meta: {
      protocolVersion: version,
      implementation: { name: 'airlock', version: airlock },
      runtime: { name: 'node.js', version: node },
      os: { name: platform },
      cpu: { name: cpu },
    },
  }
}

/** Batches number their attempts from 0 and name their own run; the stream has one run and counts every attempt. */
function putRight(
  envelope: Envelope,
  { number, willBeRetried, runId }: { number: number; willBeRetried: boolean; runId: string },
): Envelope {
  const { testCase, testCaseStarted, testCaseFinished, testRunHookStarted, attachment } = envelope
  if (testCase) return { testCase: { ...testCase, testRunStartedId: runId } }
  if (testCaseStarted) return { testCaseStarted: { ...testCaseStarted, attempt: number } }
  if (testCaseFinished) return { testCaseFinished: { ...testCaseFinished, willBeRetried } }
  if (testRunHookStarted) return { testRunHookStarted: { ...testRunHookStarted, testRunStartedId: runId } }
  if (attachment) return { attachment: withoutBinary(attachment) }
  return envelope
}

// Pictures and traces stand beside the Allure results; a second copy here would only make the witness slow to read.
function withoutBinary(attachment: Attachment): Attachment {
  const isBinary = attachment.contentEncoding === AttachmentContentEncoding.BASE64
  return isBinary
    ? { ...attachment, body: '', contentEncoding: AttachmentContentEncoding.IDENTITY }
    : attachment
}

/** Milliseconds since 1970 → the seconds and nanoseconds of messages. */
export function toTimestamp(timeMs: number): { seconds: number; nanos: number } {
  const seconds = Math.floor(timeMs / 1000)
  return { seconds, nanos: Math.round((timeMs - seconds * 1000) * 1e6) }
}
