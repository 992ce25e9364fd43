// Allure result (one attempt) → what the gate keeps of it. The files come from any adapter in any version, so every
// field may be absent, null or of another type; what does not fit is a flaw, and the rest of the file still counts.
import { severities, type Severity } from '../plan/plan.ts'
import { flags, type Attempt, type EvidenceCase, type Flag } from './evidence.ts'
import {
  isFields,
  makeFlaws,
  readList,
  readText,
  readTime,
  type Fields,
  type Flaw,
  type Flaws,
} from './fields.ts'
import { doubtPass } from './doubt-pass.ts'
import { groupLabels, readLabels, type Labels } from './labels.ts'
import { listAttachments } from './list-attachments.ts'
import { makeIdentity, markName } from './make-identity.ts'
import { describeStatus, parseStatus } from './parse-status.ts'
import type { NamedValue, OwnLabels, ReadResult } from './read-result.ts'
import type { Shared } from './share-values.ts'
import { shortenMessage } from './shorten-message.ts'

export type ParsedResult = {
  readonly result: ReadResult
  readonly flaws: readonly Flaw[]
  /** File names that the result and its steps refer to, as written. */
  readonly attachments: readonly string[]
  /** The status as written, where it is none of Allure's words. */
  readonly oddStatus: string | null
}

const knownSeverities: ReadonlySet<string> = new Set(severities)
const secretModes: ReadonlySet<unknown> = new Set(['masked', 'hidden'])
const noParameters: NamedValue[] = []
const noFlags: Flag[] = []

export type ResultOrigin = { readonly path: string; readonly shared: Shared }

/** Reads one result; its path is only carried along. */
export function parseResult(fields: Fields, { path, shared }: ResultOrigin): ParsedResult {
  const flaws = makeFlaws()
  const labels = readLabels(fields, flaws)
  const named = groupLabels(labels)
  const parameters = readList(fields, 'parameters', flaws)
  const fullName = readText(fields, 'fullName', flaws)
  const attempt = readAttempt(fields, path, { named, flaws })
  const found = makeCase(fields, attempt, { fullName, labels, named, parameters, flaws, shared })
  const own = readOwnLabels(fields, named, flaws)
  const attachments = listAttachments(fields, flaws)
  const oddStatus = attempt.status === 'unknown' ? describeStatus(fields['status']) : null
  const nameMark = fullName === null || fullName === '' ? null : markName(fullName)
  return { result: { found, attempt, nameMark, own }, flaws: flaws.found, attachments, oddStatus }
}

type Parts = {
  readonly fullName: string | null
  readonly labels: readonly NamedValue[]
  readonly named: Labels
  readonly parameters: readonly Fields[]
  readonly flaws: Flaws
  readonly shared: Shared
}

function makeCase(
  fields: Fields,
  attempt: Attempt,
  { fullName, labels, named: { first, all }, parameters, flaws, shared }: Parts,
): EvidenceCase {
  const testCaseId = readText(fields, 'testCaseId', flaws)
  return {
    id: makeIdentity({ testCaseId, fullName, labels, parameters, shared }) ?? `file:${attempt.file}`,
    planned: false,
    tenant: first('tenant'),
    uri: null,
    line: null,
    feature: shared.text(
      first('feature') ?? first('suite') ?? first('parentSuite') ?? first('package') ?? '',
    ),
    scenario: readText(fields, 'name', flaws) ?? fullName ?? 'Unknown test',
    example:
      parameters.length === 0
        ? noParameters
        : shared.values(parameters.filter(isNamed).map(describeParameter)),
    tags: shared.texts(all('tag')),
    severity: parseSeverity(first('severity')),
    capability: shared.text(first('epic') ?? first('parentSuite') ?? ''),
    required: true,
    attempts: [attempt],
    outcome: attempt.status,
  }
}

type Reading = { readonly named: Labels; readonly flaws: Flaws }

function readAttempt(fields: Fields, file: string, { named, flaws }: Reading): Attempt {
  const written = parseStatus(fields['status'])
  const details = readDetails(fields, flaws)
  const told = readMessage(details, flaws)
  const doubt = written === 'passed' ? doubtPass(fields, { message: told, labels: named }) : null
  const { status, message } = doubt ?? { status: written, message: told }
  return {
    file,
    uuid: readText(fields, 'uuid', flaws),
    status,
    start: readTime(fields, 'start', flaws),
    stop: readTime(fields, 'stop', flaws),
    message: status === 'passed' ? '' : shortenMessage(message),
    pending: status === 'skipped' && /^pending\b/i.test(message),
    flags: joinFlags(readFlags(details), doubt?.flags ?? noFlags),
    witness: null,
  }
}

function joinFlags(own: Flag[], more: readonly Flag[]): Flag[] {
  return more.length === 0 ? own : [...new Set([...own, ...more])]
}

function readDetails(fields: Fields, flaws: Flaws): Fields {
  const details = fields['statusDetails']
  if (isFields(details)) return details
  if (details !== undefined && details !== null) flaws.add('statusDetails', details)
  return {}
}

/** Only the value true is a flag, as it is in Allure 3. */
function readFlags(details: Fields): Flag[] {
  const found = flags.filter((flag) => details[flag] === true)
  return found.length === 0 ? noFlags : found
}

function readMessage(details: Fields, flaws: Flaws): string {
  const message = readText(details, 'message', flaws)
  const trace = readText(details, 'trace', flaws)
  return message === null || message.trim() === '' ? (trace ?? '') : message
}

function isNamed({ name }: Fields): boolean {
  return typeof name === 'string' && name !== ''
}

function describeParameter({ name, value, mode }: Fields): NamedValue {
  const shown = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return { name: String(name), value: secretModes.has(mode) ? '******' : shown }
}

function readOwnLabels(fields: Fields, { first }: Labels, flaws: Flaws): OwnLabels | null {
  const caseId = first('case')
  if (caseId === null) return null
  const attempt = first('attempt')
  return {
    caseId,
    historyId: readText(fields, 'historyId', flaws),
    runId: first('run'),
    attempt: attempt !== null && /^\d{1,6}$/.test(attempt) ? Number(attempt) : null,
    lost: first('lost') === 'true',
  }
}

function parseSeverity(label: string | null): Severity {
  const word = label?.toLowerCase() ?? ''
  return isSeverity(word) ? word : 'normal'
}

function isSeverity(word: string): word is Severity {
  return knownSeverities.has(word)
}
