// Allure's readers take statuses at their word, so ours are true: this is the only place where a case becomes an
// Allure result, and it asks judge-attempt for every status.
import {
  Stage,
  type Attachment,
  type Label,
  type Link,
  type Parameter,
  type StepResult,
  type TestResult,
} from 'allure-js-commons'
import type { Attachment as MessageAttachment } from '@cucumber/messages'
import { createHash } from 'node:crypto'
import { makeScenarioId } from '../plan/case-id.ts'
import { valuesOf } from '../plan/parse-case-tags.ts'
import type { Case } from '../plan/plan.ts'
import type { Attempt, AttemptStep } from './collect-attempts.ts'
import { judgeAttempt, judgeStep, type Judgement } from './judge-attempt.ts'

export type AttemptContext = {
  readonly runId: string
  readonly case: Case
  /** 0 is the first. */
  readonly attempt: number
  readonly worker: string
  readonly host: string
  /** Keyword of a step by its AST node, such as `Given `. */
  readonly keyword: (astNodeId: string) => string
  /** Set when the supervisor, and not the case, says how it ended. */
  readonly judgement?: Judgement & { readonly label: 'lost' | 'time-limit' }
}

/** A result as it goes to disk, and the files it refers to. */
export type AllureFiles = {
  readonly name: string
  readonly result: TestResult
  readonly attachments: readonly { readonly name: string; readonly body: string | Uint8Array }[]
}

type Files = { name: string; body: string | Uint8Array }[]

/** One attempt → one Allure result. All attempts of a case share historyId, which is the case's id. */
export function makeAllureResult(attempt: Attempt, context: AttemptContext): AllureFiles {
  const uuid = makeUuid([context.runId, attempt.caseId, String(context.attempt)])
  const files: Files = []
  const judgement = context.judgement ?? judgeAttempt(attempt)
  const steps = attempt.steps
    .filter(isShown)
    .map((step) => makeStep(step, { uuid, files, keyword: context.keyword }))
  const result: TestResult = {
    uuid,
    historyId: context.case.id,
    testCaseId: makeScenarioId({ ...context.case, example: [] }),
    fullName: [context.case.uri, context.case.rule, context.case.scenario].filter(Boolean).join(' › '),
    name: context.case.scenario,
    titlePath: [context.case.capability, context.case.feature, context.case.rule].filter(Boolean),
    ...describe(judgement),
    start: attempt.startMs,
    stop: attempt.stopMs,
    steps,
    attachments: attempt.steps
      .filter((step) => !isShown(step))
      .flatMap((step) => attach(step.attachments, { uuid, files })),
    parameters: makeParameters(context.case),
    labels: makeLabels(context),
    links: makeLinks(context.case.tags),
  }
  return { name: `${uuid}-result.json`, result, attachments: files }
}

// A hook that passed is no news; its attachments then belong to the test itself, where a reader looks first.
function isShown({ kind, status }: AttemptStep): boolean {
  return kind === 'step' || status !== 'PASSED'
}

function describe({ status, message, trace }: Judgement) {
  return {
    // Allure's enum has exactly these words as its values.
    status: status as NonNullable<TestResult['status']>,
    stage: Stage.FINISHED,
    statusDetails: { ...(message && { message }), ...(trace && { trace }) },
  }
}

type StepContext = { uuid: string; files: Files; keyword: (astNodeId: string) => string }

function makeStep(step: AttemptStep, context: StepContext): StepResult {
  const attachments = step.argument ? [attachText('argument', step.argument, context)] : []
  return {
    name:
      step.kind === 'step'
        ? `${context.keyword(step.astNodeId)}${step.text}`
        : `${step.kind} hook ${step.text}`,
    ...describe(judgeStep(step)),
    start: step.startMs,
    stop: step.stopMs,
    steps: [],
    attachments: [...attachments, ...attach(step.attachments, context)],
    parameters: [],
  }
}

function makeParameters({ tenant, example }: Case): Parameter[] {
  return [{ name: 'tenant', value: tenant }, ...example.map(({ name, value }) => ({ name, value }))]
}

function makeLabels({ case: found, runId, attempt, worker, host, judgement }: AttemptContext): Label[] {
  const { tags } = found
  const chosen = ['epic', 'story', 'owner', 'layer'].flatMap((name) => last(name, valuesOf(tags, name)))
  const hasEpic = chosen.some(({ name }) => name === 'epic')
  return [
    { name: 'case', value: found.id },
    { name: 'run', value: runId },
    { name: 'tenant', value: found.tenant },
    { name: 'attempt', value: String(attempt) },
    ...(judgement ? [{ name: judgement.label, value: 'true' }] : []),
    ...(hasEpic ? [] : [{ name: 'epic', value: found.capability }]),
    ...chosen,
    { name: 'feature', value: found.feature },
    { name: 'parentSuite', value: found.capability },
    { name: 'suite', value: found.feature },
    ...(found.rule ? [{ name: 'subSuite', value: found.rule }] : []),
    { name: 'severity', value: found.severity },
    ...tags.filter((tag) => !tag.includes(':')).map((tag) => ({ name: 'tag', value: tag.slice(1) })),
    { name: 'host', value: host },
    { name: 'thread', value: worker },
    { name: 'framework', value: 'cucumber' },
    { name: 'language', value: 'gherkin' },
  ]
}

// The nearest tag comes last: a scenario's word counts more than its feature's.
function last(name: string, values: readonly string[]): Label[] {
  const value = values.at(-1)
  return value === undefined ? [] : [{ name, value: value.replaceAll('_', ' ') }]
}

function makeLinks(tags: readonly string[]): Link[] {
  return ['issue', 'tms', 'link'].flatMap((type) =>
    valuesOf(tags, type).map((value) => ({ type, name: value, url: value })),
  )
}

function attach(
  attachments: readonly MessageAttachment[],
  { uuid, files }: Pick<StepContext, 'uuid' | 'files'>,
): Attachment[] {
  return attachments.map((attachment) => {
    const name = nameFile({ uuid, files }, extensionOf(attachment))
    const isText = attachment.contentEncoding === 'IDENTITY' || attachment.mediaType.startsWith('text/')
    const bytes =
      attachment.contentEncoding === 'BASE64'
        ? Buffer.from(attachment.body, 'base64')
        : Buffer.from(attachment.body)
    files.push({ name, body: isText ? bytes.toString('utf8') : bytes })
    return { name: attachment.fileName ?? attachment.mediaType, type: attachment.mediaType, source: name }
  })
}

function attachText(title: string, body: string, { uuid, files }: StepContext): Attachment {
  const name = nameFile({ uuid, files }, 'txt')
  files.push({ name, body })
  return { name: title, type: 'text/plain', source: name }
}

function nameFile({ uuid, files }: Pick<StepContext, 'uuid' | 'files'>, extension: string): string {
  return `${makeUuid([uuid, String(files.length)])}-attachment.${extension}`
}

const extensions: Record<string, string> = {
  'text/plain': 'txt',
  'application/json': 'json',
  'image/png': 'png',
  'text/html': 'html',
  'application/zip': 'zip',
}

function extensionOf({ fileName, mediaType }: MessageAttachment): string {
  const own = /\.([a-z0-9]{1,5})$/i.exec(fileName ?? '')?.[1]
  return own ?? extensions[mediaType.split(';')[0] ?? ''] ?? 'bin'
}

/** A UUID that depends on its parts alone, so that the same run written twice is the same. RFC 9562, version 8. */
export function makeUuid(parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\0')).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
