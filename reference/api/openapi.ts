// The OpenAPI 3.1 document, made from the same table as the routes.
import { z } from 'zod'
import { refusals, type RefusalCode } from '../service/refusal.ts'
import { description } from './contract.ts'
import type { OpenOperation, Operation } from './operation.ts'

const errorSchema = z
  .object({ errorCode: z.string(), errorMessage: z.string(), details: z.array(z.string()).optional() })
  .meta({ id: 'Error' })

/** What any signed operation may refuse, whatever it does. */
const always: readonly RefusalCode[] = [
  'UNAUTHORISED',
  'SERVICE_NOT_AVAILABLE',
  'RATE_LIMITED',
  'U',
  'NOT_READY',
]

type JsonSchema = Record<string, unknown>

type Document = { readonly schemas: Record<string, JsonSchema>; readonly paths: Record<string, JsonSchema> }

export function makeOpenApi(
  version: string,
  operations: { readonly signed: readonly Operation[]; readonly open: readonly OpenOperation[] },
): JsonSchema {
  const document: Document = { schemas: {}, paths: {} }
  for (const operation of operations.open) {
    if (!operation.isHidden) addPath(document, operation.path, { ...operation, isSigned: false })
  }
  for (const operation of operations.signed) {
    addPath(document, operation.path, { ...operation, isSigned: true })
    for (const [index, path] of (operation.aliases ?? []).entries()) {
      const operationId = `${operation.operationId}Alias${index + 1}`
      addPath(document, path, { ...operation, operationId, isSigned: true, aliasOf: operation.operationId })
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Reference platform', version, description },
    servers: [{ url: '/' }, { url: '/2.0' }],
    paths: document.paths,
    components: { schemas: document.schemas, headers: { callId, retryAfter }, securitySchemes },
  }
}

const callId = {
  description: 'A new id for each call, on success and on error.',
  required: true,
  schema: { type: 'string', format: 'uuid' },
}

const retryAfter = {
  description: 'After how many seconds it may be worth asking again.',
  schema: { type: 'string' },
}

const securitySchemes = {
  clientId: { type: 'apiKey', in: 'header', name: 'X-EES-AUTH-CLIENT-ID' },
  hash: {
    type: 'apiKey',
    in: 'header',
    name: 'X-EES-AUTH-HASH',
    description:
      'Lowercase hex SHA-256 of the raw request target, the raw body and the secret, one after another.',
  },
}

type Described = (Operation | (OpenOperation & { service?: undefined })) & {
  readonly isSigned: boolean
  readonly aliasOf?: string
}

function addPath(document: Document, path: string, operation: Described): void {
  const item = (document.paths[path] ??= {})
  const body = 'bodySchema' in operation && operation.bodySchema
  item[operation.method.toLowerCase()] = {
    operationId: operation.operationId,
    summary: operation.summary,
    tags: [operation.service ?? 'operations'],
    ...('event' in operation && operation.event ? { 'x-event': operation.event } : {}),
    ...(operation.aliasOf ? { 'x-alias-of': operation.aliasOf } : {}),
    ...(operation.isSigned ? { security: [{ clientId: [], hash: [] }] } : { security: [] }),
    parameters: makeParameters(document, operation),
    ...(body ? { requestBody: makeRequestBody(document, body) } : {}),
    responses: makeResponses(document, operation),
  }
}

/** Where nothing at all can be read as a body, none needs to be sent. */
function makeRequestBody(document: Document, schema: z.ZodType): JsonSchema {
  const required = !schema.safeParse(undefined).success
  return { required, content: makeContent(document, schema, 'input') }
}

function makeParameters(document: Document, operation: Described): JsonSchema[] {
  if (!operation.isSigned || !('handle' in operation)) return []
  const { pathSchema, querySchema, headersSchema } = operation as Operation
  return (
    [
      ['path', pathSchema],
      ['query', querySchema],
      ['header', headersSchema],
    ] as const
  ).flatMap(([place, schema]) => (schema ? makeParameterList(document, place, schema) : []))
}

function makeParameterList(document: Document, place: string, schema: z.ZodType): JsonSchema[] {
  const { properties = {}, required = [] } = renderSchema(document, schema, 'input')
  return Object.entries(properties as JsonSchema).map(([name, inner]) => ({
    name,
    in: place,
    required: (required as string[]).includes(name),
    schema: inner,
  }))
}

function makeResponses(document: Document, operation: Described): JsonSchema {
  const responses: JsonSchema = {}
  for (const [status, schema] of Object.entries(operation.responses)) {
    const content = schema ? { content: makeContent(document, schema, 'output') } : {}
    responses[status] = {
      description: schema ? 'Done.' : 'Done; no content.',
      headers: makeHeaders(),
      ...content,
    }
  }
  const hasBody = 'bodySchema' in operation && operation.bodySchema !== undefined
  const tooLarge: readonly RefusalCode[] = hasBody ? ['BODY_TOO_LARGE'] : []
  const told: readonly RefusalCode[] =
    'event' in operation && operation.event !== undefined ? ['DEPENDENCY_UNAVAILABLE'] : []
  const codes = [...operation.refuses, ...(operation.isSigned ? always : []), ...tooLarge, ...told]
  const byStatus = Object.groupBy(codes, (code) => String(refusals[code].status))
  for (const [status, group] of Object.entries(byStatus)) {
    responses[status] = makeRefusal(document, status, [...new Set(group ?? [])])
  }
  return responses
}

function makeRefusal(document: Document, status: string, codes: readonly RefusalCode[]): JsonSchema {
  const error = renderSchema(document, errorSchema, 'output')
  const schema = { ...error, properties: { errorCode: { enum: codes } } }
  return {
    description: codes.map((code) => `${code}: ${refusals[code].message}`).join(' '),
    headers: { ...makeHeaders(), ...(passing.has(status) ? retryHeader : {}) },
    content: { 'application/json': { schema } },
  }
}

/** Statuses that pass: the same request may be done a little later. */
const passing = new Set(['429', '503'])

const retryHeader = { 'Retry-After': { $ref: '#/components/headers/retryAfter' } }

function makeHeaders(): JsonSchema {
  return { 'X-EES-CALLED-UNIQUE-ID': { $ref: '#/components/headers/callId' } }
}

function makeContent(document: Document, schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return { 'application/json': { schema: renderSchema(document, schema, io) } }
}

/** Named schemas move to the components. What is written and what is answered are named apart: their defaults differ. */
function renderSchema(document: Document, schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _schema, $defs: definitions = {}, id, ...rendered } = z.toJSONSchema(schema, { io })
  const rename = (name: string) => (io === 'input' ? `${name}Input` : name)
  const move = (value: JsonSchema) => pointTo(value, rename)
  for (const [name, { id: _id, ...definition }] of Object.entries(definitions)) {
    document.schemas[rename(name)] ??= move(definition)
  }
  if (typeof id !== 'string') return move(rendered)
  document.schemas[rename(id)] ??= move(rendered)
  return { $ref: `#/components/schemas/${rename(id)}` }
}

function pointTo(value: JsonSchema, rename: (name: string) => string): JsonSchema {
  const text = JSON.stringify(value)
  const moved = text.replaceAll(
    /"#\/\$defs\/(\w+)"/g,
    (_all, name: string) => `"#/components/schemas/${rename(name)}"`,
  )
  return JSON.parse(moved) as JsonSchema
}
