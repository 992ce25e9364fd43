// Faults of who may call, of keeping tenants apart, and of running the platform.
import type { Fault } from './fault.ts'

export const accessFaults = [
  {
    name: 'hash-ignores-body',
    capability: 'authentication',
    summary: 'The hash of a request with a body is not compared, so a changed body is accepted.',
  },
  {
    name: 'hash-ignores-query',
    capability: 'authentication',
    summary: 'The hash of a request with a query is not compared, so a changed query is accepted.',
  },
  { name: 'hash-any-case', capability: 'authentication', summary: 'The hash is compared without its case.' },
  {
    name: 'revoked-remembered',
    capability: 'authentication',
    summary: 'A client that was let in is let in for another minute after it was revoked.',
  },
  { name: 'call-id-missing', capability: 'authentication', summary: 'Refusals carry no call id.' },
  {
    name: 'tenant-leak',
    capability: 'tenancy',
    summary: "A tenant can read another tenant's wallets, and is not refused when it changes them.",
  },
  {
    name: 'list-leak',
    capability: 'tenancy',
    summary: 'The list of campaigns shows those of every tenant; all other lists are right.',
  },
  {
    name: 'cache-shared',
    capability: 'tenancy',
    summary:
      "A campaign that one tenant found by its reference is answered to another tenant's same reference.",
  },
  {
    name: 'outlet-shared',
    capability: 'tenancy',
    summary: 'A till may name the outlets of other tenants.',
    tags: '@service:pos',
  },
  {
    name: 'error-internals',
    capability: 'operations',
    summary: 'Malformed JSON is answered with 500 and a stack trace.',
  },
  {
    name: 'rate-unlimited',
    capability: 'operations',
    summary: "A client's limit is counted and never kept.",
  },
  {
    name: 'half-done',
    capability: 'operations',
    summary: 'A change that is refused because its event cannot be told is made all the same.',
  },
  { name: 'event-wrong-unit', capability: 'operations', summary: 'Events carry the unit of another tenant.' },
  {
    name: 'event-new-ids',
    capability: 'operations',
    summary: 'An event has another id each time it is read.',
  },
  {
    name: 'ready-blindly',
    capability: 'operations',
    summary: 'An instance says it is ready though what it needs is gone.',
  },
  {
    name: 'version-differs',
    capability: 'operations',
    summary: 'One instance is of another version than the release.',
  },
  {
    name: 'purge-takes-live',
    capability: 'operations',
    summary: 'The purge takes what was made long ago, whether or not it has ended.',
  },
] as const satisfies readonly Fault[]
