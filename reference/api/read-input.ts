// Turns what came over the wire into what an operation expects, or into a refusal that names every field at fault.
import type { z } from 'zod'
import { Refusal } from '../service/refusal.ts'

type Part = 'path' | 'query' | 'headers' | 'body'

export type RawInput = Readonly<Record<Part, unknown>>

export type InputSchemas = {
  readonly pathSchema?: z.ZodType
  readonly querySchema?: z.ZodType
  readonly headersSchema?: z.ZodType
  readonly bodySchema?: z.ZodType
}

export function readInput(schemas: InputSchemas, raw: RawInput): RawInput {
  const parts = [
    readPart('path', schemas.pathSchema, raw.path),
    readPart('query', schemas.querySchema, raw.query),
    readPart('headers', schemas.headersSchema, raw.headers),
    readPart('body', schemas.bodySchema, raw.body),
  ]
  const details = parts.flatMap((part) => part.details)
  if (details.length > 0) throw new Refusal('INVALID_REQUEST', details)
  return Object.fromEntries(parts.map((part) => [part.name, part.value])) as RawInput
}

function readPart(name: Part, schema: z.ZodType | undefined, raw: unknown) {
  if (!schema) return { name, value: undefined, details: [] }
  const read = schema.safeParse(raw)
  if (read.success) return { name, value: read.data, details: [] }
  return { name, value: undefined, details: read.error.issues.map((issue) => renderIssue(name, issue)) }
}

function renderIssue(part: Part, issue: z.core.$ZodIssue): string {
  return `${[part, ...issue.path].join('.')}: ${issue.message}`
}

/** A body must be JSON in UTF-8; none at all is `undefined`. */
export function parseBody(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    // Only the code goes out: a parser's message quotes the body.
    throw Object.assign(new Refusal('MALFORMED_JSON'), { cause: error })
  }
}
