// From the outside to the inside: envelope, signature, types, statement. Nothing is read of a layer before the one
// around it holds, so that what nobody signed is not even looked at.
import type { KeyObject } from 'node:crypto'
import { isFields } from '../../evidence/fields.ts'
import { makeCheck, type Check, type CheckId } from './check.ts'
import { countGoodSignatures, decodePayload, envelopeSchema, payloadType, type Envelope } from './envelope.ts'
import { findContradiction } from './find-contradiction.ts'
import { openBundle } from './sigstore-bundle.ts'
import { anyStatementSchema, summarySchema, summaryType, type Summary } from './statement.ts'

export type Opened = { readonly checks: readonly Check[]; readonly summary: Summary | null }

/** A layer that holds has a value to go on with. */
type Layer<T> = { readonly found: string; readonly value: T | null }

const unseen = { found: 'not looked at, since what is around it does not hold', value: null }

/** The checks of all layers, and the statement if all of them hold. `document` is any JSON value. */
export function openEnvelope(document: unknown, key: KeyObject): Opened {
  const envelope = readEnvelope(document)
  const signed = envelope.value ? checkSignatures(envelope.value, key) : unseen
  const typed = signed.value ? checkPayloadType(signed.value) : unseen
  const named = typed.value ? checkPredicateType(typed.value) : unseen
  const summary = named.value ? readSummary(named.value.statement) : unseen
  const layers: [CheckId, string, Layer<unknown>][] = [
    ['envelope', 'a DSSE envelope, or a Sigstore bundle that holds one', envelope],
    ['signature', 'by this key, every one', signed],
    ['payload-type', payloadType, typed],
    ['predicate-type', summaryType, named],
    ['statement', 'a verdict of Airlock that does not contradict itself', summary],
  ]
  const checks = layers.map(([check, expected, { found, value }]) =>
    makeCheck(check, expected, { ok: value !== null, found }),
  )
  return { checks, summary: summary.value }
}

function readEnvelope(document: unknown): Layer<Envelope> {
  try {
    const isBundle = isFields(document) && 'mediaType' in document
    const read = envelopeSchema.safeParse(isBundle ? openBundle(document) : document)
    if (!read.success) return { found: describeNoEnvelope(document, read.error), value: null }
    const count = read.data.signatures.length
    return { found: `one, with ${count} ${count === 1 ? 'signature' : 'signatures'}`, value: read.data }
  } catch (error) {
    return { found: error instanceof Error ? error.message : String(error), value: null }
  }
}

/** The verdict lies beside its envelope, and is the first that comes to hand. */
function describeNoEnvelope(document: unknown, error: Issues): string {
  return isFields(document) && 'verdict' in document
    ? 'a verdict that nobody signed; its envelope is verdict.dsse.json'
    : describeIssue(error)
}

/** More than DSSE demands: a signature that is not ours has no business here. */
function checkSignatures(envelope: Envelope, key: KeyObject): Layer<Envelope> {
  const [good, all] = [countGoodSignatures(envelope, key), envelope.signatures.length]
  const ids = envelope.signatures.map(({ keyid = 'a key without id' }) => keyid)
  if (good === all) return { found: 'as expected', value: envelope }
  return { found: `${good} of ${all}; signed, it says, by ${ids.join(', ')}`, value: null }
}

function checkPayloadType(envelope: Envelope): Layer<Envelope> {
  return { found: envelope.payloadType, value: envelope.payloadType === payloadType ? envelope : null }
}

function checkPredicateType(envelope: Envelope): Layer<{ readonly statement: unknown }> {
  const statement = parseText(decodePayload(envelope).toString('utf8'))
  const read = anyStatementSchema.safeParse(statement)
  if (!read.success) return { found: `no in-toto statement: ${describeIssue(read.error)}`, value: null }
  const { predicateType } = read.data
  return { found: predicateType, value: predicateType === summaryType ? { statement } : null }
}

function readSummary(statement: unknown): Layer<Summary> {
  const read = summarySchema.safeParse(statement)
  if (!read.success) return { found: describeIssue(read.error), value: null }
  const contradiction = findContradiction(read.data)
  return contradiction === null
    ? { found: 'as expected', value: read.data }
    : { found: contradiction, value: null }
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Whoever signed it signed no statement, which the schema says.
    return null
  }
}

type Issues = {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
}

function describeIssue({ issues: [issue] }: Issues): string {
  const path = issue?.path.map(String).join('.') ?? ''
  return `${path === '' ? 'the document' : path}: ${issue?.message ?? 'does not fit'}`
}
