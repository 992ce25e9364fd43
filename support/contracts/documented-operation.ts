// What the platform's own document says of its operations: who may call them, and where they carry an id. Checks that go
// through all operations there are begin here, so that a new one is met by them without anybody remembering it.
import { z } from 'zod'
import { listNames, type Schema, type Schemas } from './schema-names.ts'
import { listWritten, locate, type WrittenOperation } from './written-operations.ts'

/** Where an id stands. */
export type IdPlace = {
  readonly in: 'path' | 'query' | 'header' | 'body'
  /** A parameter's name, or a path into the body: `accounts.campaign[].campaignId`. */
  readonly name: string
  readonly isRequired: boolean
}

export type DocumentedOperation = {
  readonly operationId: string
  /** The operation this one is another address of; its own id for all others. */
  readonly basis: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** The service it belongs to. */
  readonly service: string
  readonly isSigned: boolean
  readonly hasBody: boolean
  /** It answers with a page of rows. */
  readonly isList: boolean
  readonly success: readonly number[]
  readonly places: readonly IdPlace[]
  /** Parameters that must be there and are no ids. */
  readonly needs: readonly string[]
}

const schema = z.record(z.string(), z.unknown())
const parameter = z.looseObject({
  name: z.string(),
  in: z.enum(['path', 'query', 'header', 'cookie']),
  required: z.boolean().default(false),
})
const content = z.looseObject({ 'application/json': z.looseObject({ schema }).optional() }).optional()
const operation = z.looseObject({
  'x-alias-of': z.string().optional(),
  tags: z.array(z.string()).default([]),
  security: z.array(z.unknown()).optional(),
  parameters: z.array(parameter).default([]),
  requestBody: z.looseObject({ content }).optional(),
  responses: z.record(z.string(), z.looseObject({ content })),
})
const documentSchema = z.looseObject({
  components: z.looseObject({ schemas: z.record(z.string(), schema).default({}) }).optional(),
})
type Read = z.output<typeof operation>

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

type Method = DocumentedOperation['method']

/** Every operation of an OpenAPI document, in its order; throws where one cannot be read. */
export function parseOperations(document: unknown): DocumentedOperation[] {
  const schemas = documentSchema.parse(document).components?.schemas ?? {}
  return listWritten(document, methods).map((written) =>
    makeOperation(written, operation.parse(readParts(document, written)), schemas),
  )
}

/** The operation with what stands elsewhere in its place. */
function readParts(document: unknown, { place, parameters }: WrittenOperation<Method>): unknown {
  const written = z.record(z.string(), z.unknown()).parse(place.value)
  const partOf = (...part: string[]) => locate(document, [...place.pointer, ...part])?.value
  const responses = Object.keys(z.record(z.string(), z.unknown()).parse(written['responses'] ?? {}))
    .filter((status) => !status.startsWith('x-'))
    .map((status) => [status, partOf('responses', status)])
  return {
    ...written,
    parameters,
    responses: Object.fromEntries(responses) as unknown,
    ...(written['requestBody'] !== undefined && { requestBody: partOf('requestBody') ?? null }),
  }
}

function makeOperation(
  { operationId, method, path }: WrittenOperation<Method>,
  read: Read,
  schemas: Schemas,
): DocumentedOperation {
  const { tags, security, responses, requestBody } = read
  const body = requestBody?.content?.['application/json']?.schema
  const success = Object.keys(responses)
    .map(Number)
    .filter((status) => status < 400)
  const answered = responses[String(success[0])]?.content?.['application/json']?.schema
  const parameters = read.parameters.map((one) => ({
    ...one,
    isId: one.in === 'path' || isIdName(one.name),
  }))
  return {
    operationId,
    basis: read['x-alias-of'] ?? operationId,
    method,
    path,
    service: tags[0] ?? '',
    isSigned: security === undefined || security.length > 0,
    hasBody: requestBody !== undefined,
    isList:
      answered !== undefined && listNames(answered, schemas).some((name) => name.startsWith('results[]')),
    success,
    places: [
      ...parameters.filter(({ isId }) => isId).map(makePlace),
      ...listIdNames(body, schemas).map((name) => ({ in: 'body', name, isRequired: false }) as const),
    ],
    needs: parameters.filter(({ isId, required }) => !isId && required).map(({ name }) => name),
  }
}

function makePlace(written: z.output<typeof parameter>): IdPlace {
  // A cookie carries no ids of things.
  const place = written.in === 'cookie' ? 'header' : written.in
  return { in: place, name: written.name, isRequired: written.required }
}

function listIdNames(body: Schema | undefined, schemas: Schemas): string[] {
  return body === undefined ? [] : listNames(body, schemas).filter(isIdName)
}

/** Names that say of themselves that they lead to a thing, and two of which only their place says it. */
function isIdName(path: string): boolean {
  const name = path.replaceAll('[]', '').split('.').at(-1) ?? ''
  return namesOfIds.test(name) || placesOfIds.test(path)
}

const namesOfIds = /^id$|(?:Ids?|-ids?|Identifier|[rR]eference|[tT]oken|Tag|[iI]dentity-?[vV]alue)$/
const placesOfIds = /(?:^|\.)(?:examine\[\]\.value|partners\.redemption\[\])$/
