// Holds every answer against the platform's own published document: a status, a code or a field that is not in it is a
// mistake in one of the two.
import { z } from 'zod'

type JsonSchema = Record<string, unknown>

type Response = { readonly content?: { readonly 'application/json': { readonly schema: JsonSchema } } }

type DocumentOperation = {
  readonly operationId: string
  readonly requestBody?: { readonly required: boolean }
  readonly responses: Readonly<Record<string, Response>>
}

export type Document = {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}

export type Asked = { readonly method: string; readonly target: string }

export type Answered = { readonly status: number; readonly body: unknown }

/** What of an answer is not as the document says; empty where all is. */
export function listBreaches(document: Document, asked: Asked, { status, body }: Answered): string[] {
  const operation = findOperation(document, asked)
  // Only a signed caller learns that there is no such route, so the document cannot list it.
  if (!operation) return status === 404 ? [] : [`no operation for ${asked.method} ${asked.target}`]
  const response = operation.responses[String(status)]
  if (!response) return [`${operation.operationId} does not declare ${status}`]
  const schema = response.content?.['application/json'].schema
  if (!schema) return body === null ? [] : [`${operation.operationId} ${status} has a body`]
  return [...listShapeBreaches(document, schema, body), ...listCodeBreaches(schema, body)].map(
    (breach) => `${operation.operationId} ${status}: ${breach}`,
  )
}

function listShapeBreaches(document: Document, { $ref, ...rest }: JsonSchema, body: unknown): string[] {
  const name = typeof $ref === 'string' ? ($ref.split('/').at(-1) ?? '') : ''
  const found = readSchema(document, name === '' ? rest : { $ref: `#/$defs/${name}` }).safeParse(body)
  return found.success ? [] : found.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
}

const read = new WeakMap<Document, Map<string, z.ZodType>>()

function readSchema(document: Document, schema: JsonSchema): z.ZodType {
  const known = read.get(document) ?? new Map<string, z.ZodType>()
  read.set(document, known)
  const key = JSON.stringify(schema)
  const text = JSON.stringify({ ...schema, $defs: document.components.schemas })
  const made =
    known.get(key) ??
    z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')) as JsonSchema)
  known.set(key, made)
  return made
}

function listCodeBreaches({ properties }: JsonSchema, body: unknown): string[] {
  const codes = (properties as { errorCode?: { enum?: string[] } } | undefined)?.errorCode?.enum
  if (!codes) return []
  const { errorCode } = body as { errorCode: string }
  return codes.includes(errorCode) ? [] : [`${errorCode} is not declared`]
}

function findOperation({ paths }: Document, { method, target }: Asked): DocumentOperation | undefined {
  const path = (target.split('?')[0] ?? '').replace(/^\/2\.0(?=\/)/, '')
  const fitting = Object.keys(paths)
    .filter((template) => new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path))
    // `/wallet/accounts` goes before `/wallet/{walletId}`.
    .sort((a, b) => a.split('{').length - b.split('{').length)
  const verb = method.toLowerCase()
  return fitting.map((template) => paths[template]?.[verb]).find((operation) => operation !== undefined)
}
