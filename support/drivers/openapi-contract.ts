// The document that the platform serves about itself, as a second contract beside the clients' own: which operation an
// exchange was, and whether its answer is one that the document allows.
import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { z } from 'zod'
import { listWritten, locate, type Place, type WrittenOperation } from '../contracts/written-operations.ts'
import { listBasePaths, makePathPattern } from './base-paths.ts'
import { coversMediaType, isJson } from './media-type.ts'

const operationSchema = z.looseObject({ responses: z.record(z.string(), z.unknown()).default({}) })
const responseSchema = z.looseObject({
  content: z.record(z.string(), z.looseObject({ schema: z.unknown().optional() })).default({}),
})
const documentSchema = z.looseObject({ openapi: z.string() })

export type Answered = {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly status: number
  readonly contentType: string
  readonly text: string
}

export type Recognition = {
  /** Null where the document knows no such operation. */
  readonly operationId: string | null
  /** The path as the document writes it. */
  readonly template: string
  /** Every way in which the answer differs from what the document allows. */
  readonly problems: readonly string[]
}

type Known = {
  readonly operationId: string
  readonly method: string
  readonly template: string
  readonly pattern: RegExp
  readonly place: Place
  /** As the document writes them: `404`, `4XX` or `default`. */
  readonly statuses: readonly string[]
}

export class OpenApiContract {
  /** As it was served. */
  readonly document: unknown
  readonly #ajv = addFormats.default(new Ajv2020(quickToCompile))
  readonly #known: readonly Known[]
  readonly #bases: readonly RegExp[]
  readonly #validators = new Map<string, ValidateFunction>()

  /** `document` is what was served; throws where it is no OpenAPI document. */
  constructor(document: unknown) {
    documentSchema.parse(document)
    this.document = document
    this.#ajv.addSchema(document as object, root)
    this.#bases = listBasePaths(document)
    this.#known = listWritten(document, methods)
      .flatMap(makeKnown)
      // `/wallet/accounts` is meant before `/wallet/{walletId}`.
      .toSorted((a, b) => countParameters(a.template) - countParameters(b.template))
  }

  /** Whether there is such an operation. */
  knows(method: string, path: string): boolean {
    return this.#find(method, path) !== undefined
  }

  /** What the document says of one exchange. */
  recognise(answered: Answered): Recognition {
    const known = this.#find(answered.method, answered.path)
    if (!known) return { operationId: null, template: answered.path, problems: [] }
    const { operationId, template } = known
    return { operationId, template, problems: this.#findProblems(known, answered) }
  }

  #find(wanted: string, path: string): Known | undefined {
    const paths = [path, ...this.#bases.map((base) => path.replace(base, ''))]
    return this.#known.find(
      ({ method, pattern }) => method === wanted && paths.some((one) => pattern.test(one)),
    )
  }

  #findProblems({ method, place, statuses }: Known, answered: Answered): string[] {
    // A document that lists no answers says nothing of them.
    if (statuses.length === 0) return []
    const listed = findStatus(statuses, answered.status)
    if (listed === undefined) return [`status ${answered.status} is not one of ${statuses.join(', ')}`]
    const response = locate(this.document, [...place.pointer, 'responses', listed])
    // What is documented where nobody can read it is no mistake of the answer; the gate names the operation.
    return response && method !== 'HEAD' ? this.#findBodyProblems(response, answered) : []
  }

  #findBodyProblems({ pointer, value }: Place, { contentType, text }: Answered): string[] {
    const { content = {} } = responseSchema.safeParse(value).data ?? {}
    const mediaTypes = Object.keys(content)
    if (mediaTypes.length === 0) return text === '' ? [] : ['a body, where none is documented']
    const mediaType = mediaTypes.toSorted(narrowFirst).find((one) => coversMediaType(one, contentType))
    if (mediaType === undefined)
      return [`content type ${contentType || 'none'} instead of ${mediaTypes.join(' or ')}`]
    if (!isJson(contentType)) return []
    const body = parse(text)
    if (body === undefined) return ['a body that is no JSON']
    const hasSchema = content[mediaType]?.schema !== undefined
    return hasSchema ? this.#validate([...pointer, 'content', mediaType, 'schema'], body) : []
  }

  #validate(pointer: readonly string[], body: unknown): string[] {
    const reference = `${root}#/${pointer.map(escapePointer).join('/')}`
    const validate = this.#validators.get(reference) ?? this.#ajv.compile({ $ref: reference })
    this.#validators.set(reference, validate)
    if (validate(body)) return []
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath || 'body'}: ${message ?? 'wrong'}`,
    )
  }
}

const root = 'openapi.json'

/**
 * A schema is compiled once by each worker and tried a few dozen times, so what counts is the compiling: what is shared
 * stays shared, and neither the code nor how a schema is written is worked over.
 */
const quickToCompile: Options = {
  strict: false,
  allErrors: true,
  meta: false,
  validateSchema: false,
  inlineRefs: false,
  code: { optimize: false },
}
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE']

function makeKnown({ operationId, method, path: template, place }: WrittenOperation<string>): Known[] {
  const read = operationSchema.safeParse(place.value)
  // The gate names an operation that nobody can read.
  if (!read.success) return []
  const statuses = Object.keys(read.data.responses).filter((status) => !status.startsWith('x-'))
  return [{ operationId, method, template, pattern: makePattern(template), place, statuses }]
}

/** The plainest word for it: the status itself, its hundred, or what stands for all others. */
function findStatus(statuses: readonly string[], status: number): string | undefined {
  const words = [String(status), `${Math.floor(status / 100)}XX`, 'default']
  return words.find((word) => statuses.includes(word))
}

function makePattern(template: string): RegExp {
  return new RegExp(`^${makePathPattern(template)}$`)
}

/** What is written for one form says more of it than what is written for many. */
function narrowFirst(a: string, b: string): number {
  return a.split('*').length - b.split('*').length
}

function countParameters(template: string): number {
  return template.split('{').length - 1
}

/** RFC 6901, and then as a URI fragment: RFC 3986. */
function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // Told as what it is by whoever asked.
    return undefined
  }
}
