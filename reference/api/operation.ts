// An operation is a row of a table: its route, who may call it, what goes in, what comes out and what it may refuse.
// Routing, validation and the OpenAPI document are all made from that row, so they cannot tell different stories.
import type { z } from 'zod'
import type { Service } from '../model/tenant.ts'
import type { RefusalCode } from '../service/refusal.ts'
import type { Platform, Scope } from '../service/scope.ts'
import type { Controls } from './controls.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export type Answer = {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** False only where a fault leaves it out. */
  readonly hasCallId?: boolean
}

type Shared = {
  readonly operationId: string
  readonly method: Method
  /** As OpenAPI writes it: `/wallet/{walletId}`. */
  readonly path: string
  readonly aliases?: readonly string[]
  readonly summary: string
  /** Status → schema; null where the body is empty. */
  readonly responses: Readonly<Record<number, z.ZodType | null>>
  readonly refuses: readonly RefusalCode[]
}

type Input<Path, Query, Headers, Body> = {
  readonly path: Path
  readonly query: Query
  readonly headers: Headers
  readonly body: Body
}

type Schemas<Path, Query, Headers, Body> = {
  readonly pathSchema?: z.ZodType<Path>
  readonly querySchema?: z.ZodType<Query>
  readonly headersSchema?: z.ZodType<Headers>
  readonly bodySchema?: z.ZodType<Body>
}

/** What every signed operation looks like once its input types are forgotten. */
export type Operation = Shared &
  Schemas<unknown, unknown, unknown, unknown> & {
    readonly service: Service
    readonly event?: string
    readonly handle: (
      scope: Scope,
      input: Input<unknown, unknown, unknown, unknown>,
    ) => Answer | Promise<Answer>
  }

/** Describes a signed operation of one service. */
export function makeOperation<Path = unknown, Query = unknown, Headers = unknown, Body = unknown>(
  operation: Shared &
    Schemas<Path, Query, Headers, Body> & {
      readonly service: Service
      /** What the event feed calls it once it is done; left out where nothing is changed that others need to hear of. */
      readonly event?: string
      readonly handle: (scope: Scope, input: Input<Path, Query, Headers, Body>) => Answer | Promise<Answer>
    },
): Operation {
  // The dispatcher hands over only what these very schemas have read.
  return operation as unknown as Operation
}

/** What stands outside signing: health, identity, the document. Tests' own controls are not in the document. */
export type OpenOperation = Shared & {
  readonly isHidden?: boolean
  readonly handle: (context: OpenContext) => Answer | Promise<Answer>
}

export type OpenContext = {
  readonly platform: Platform
  readonly build: BuildIdentity
  readonly controls?: Controls
  readonly query: Readonly<Record<string, unknown>>
  readonly path: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: unknown
}

export type BuildIdentity = {
  readonly version: string
  readonly commit: string
  readonly digest: string
  readonly instance: string
  readonly startedAt: string
}

export const answer = {
  ok: (body: unknown): Answer => ({ status: 200, body }),
  created: (body: unknown): Answer => ({ status: 201, body }),
  empty: (): Answer => ({ status: 204, body: null }),
}
