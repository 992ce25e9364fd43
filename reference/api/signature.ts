// Request signing: hex SHA-256 over the raw request target, the raw body and the client's secret. Raw, because clients
// escape and space their JSON differently, and what is parsed and written again is no longer what was signed.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Faults } from '../faults/faults.ts'
import { remember } from '../faults/remember.ts'
import { findTenant, type Tenant } from '../model/tenant.ts'
import { Refusal } from '../service/refusal.ts'
import type { Platform } from '../service/scope.ts'
import { findCredential, type Credential } from '../store/credentials.ts'

export type SignedRequest = {
  /** As it stood on the request line, with prefix and query. */
  readonly target: string
  readonly body: Uint8Array
  readonly clientId: unknown
  readonly hash: unknown
}

export function makeSignature(target: string, body: Uint8Array, secret: string): string {
  return createHash('sha256').update(target).update(body).update(secret).digest('hex')
}

/** A client, and the tenant it works for. */
export type Client = { readonly tenant: Tenant; readonly clientId: string }

/** The client that signed the request. Missing, unknown and wrong are refused in the same words and time. */
export function authenticate(platform: Platform, request: SignedRequest): Client {
  const { clientId = '' } = request
  const credential = typeof clientId === 'string' ? readCredential(platform, clientId) : undefined
  const expected = makeSignature(request.target, request.body, credential?.secret ?? 'nobody')
  const isSigned =
    isSameHash(expected, spoilHash(platform.faults, request.hash)) || isSkipped(platform, request)
  const tenant = credential && isSigned ? findTenant(credential.tenant) : undefined
  if (!credential || !tenant) throw new Refusal('UNAUTHORISED')
  return { tenant, clientId: credential.clientId }
}

/** Faults that do not look at the hash of what they think cannot have been changed. */
function isSkipped({ faults }: Platform, { target, body }: SignedRequest): boolean {
  if (faults.has('hash-ignores-body') && body.length > 0) return true
  return faults.has('hash-ignores-query') && target.includes('?')
}

function spoilHash(faults: Faults, hash: unknown): unknown {
  return faults.has('hash-any-case') && typeof hash === 'string' ? hash.toLowerCase() : hash
}

/** Read anew for each request, unless a fault remembers what it has once read. */
function readCredential(platform: Platform, clientId: string): Credential | undefined {
  const read = () => findCredential(platform.store, clientId)
  return platform.faults.has('revoked-remembered')
    ? remember(platform, `credential ${clientId}`, read)
    : read()
}

function isSameHash(expected: string, received: unknown): boolean {
  const text = typeof received === 'string' ? received : ''
  const bytes = Buffer.alloc(64)
  bytes.write(text, 'latin1')
  return timingSafeEqual(bytes, Buffer.from(expected)) && text.length === expected.length
}
