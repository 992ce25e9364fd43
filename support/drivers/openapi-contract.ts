// The document that the platform serves about itself, as a second contract beside the clients' own: which operation an
// exchange was, and whether its answer is one that the document allows.
import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { z } from 'zod'

const operationSchema = z.looseObject({
  operationId: z.string(),
  responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.unknown()).optional() })),
})
const documentSchema = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
})

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
  readonly responses: z.output<typeof operationSchema>['responses']
}

export class OpenApiContract {
  /** As it was served. */
  readonly document: unknown
  readonly #ajv = addFormats.default(new Ajv2020(quickToCompile))
  readonly #known: readonly Known[]
  readonly #validators = new Map<string, ValidateFunction>()

  /** `document` is what was served; throws where it is no OpenAPI document. */
  constructor(document: unknown) {
    const { paths } = documentSchema.parse(document)
    this.document = document
    this.#ajv.addSchema(document as object, root)
    this.#known = Object.entries(paths)
      .flatMap(([template, item]) => listOperations(template, item))
      // `/wallet/accounts` is meant before `/wallet/{walletId}`.
      .toSorted((a, b) => countParameters(a.template) - countParameters(b.template))
  }

  /** Whether there is such an operation. */
  knows(method: string, path: string): boolean {
    return this.#find(method, withoutPrefix(path)) !== undefined
  }

  /** What the document says of one exchange. */
  recognise(answered: Answered): Recognition {
    const path = withoutPrefix(answered.path)
    const known = this.#find(answered.method, path)
    if (!known) return { operationId: null, template: path, problems: [] }
    const { operationId, template } = known
    return { operationId, template, problems: this.#findProblems(known, answered) }
  }

  #find(wanted: string, path: string): Known | undefined {
    return this.#known.find(({ method, pattern }) => method === wanted && pattern.test(path))
  }

  #findProblems(known: Known, { status, contentType, text }: Answered): string[] {
    const response = known.responses[String(status)]
    if (!response) return [`status ${status} is not one of ${Object.keys(known.responses).join(', ')}`]
    const [mediaType] = Object.keys(response.content ?? {})
    if (mediaType === undefined) return text === '' ? [] : ['a body, where none is documented']
    if (!contentType.startsWith(mediaType))
      return [`content type ${contentType || 'none'} instead of ${mediaType}`]
    const pointer = [
      'paths',
      known.template,
      known.method.toLowerCase(),
      'responses',
      String(status),
      'content',
      mediaType,
      'schema',
    ]
    return this.#validate(pointer, text)
  }

  #validate(pointer: readonly string[], text: string): string[] {
    const body = parse(text)
    if (body === undefined) return ['a body that is no JSON']
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
const methods = ['get', 'post', 'put', 'patch', 'delete']

function listOperations(template: string, item: Readonly<Record<string, unknown>>): Known[] {
  return methods.flatMap((method) => {
    const read = operationSchema.safeParse(item[method])
    if (!read.success) return []
    const { operationId, responses } = read.data
    return [
      { operationId, method: method.toUpperCase(), template, pattern: makePattern(template), responses },
    ]
  })
}

/** Every operation is also served under this prefix, which the document tells as a second server. */
function withoutPrefix(path: string): string {
  return path.replace(/^\/2\.0(?=\/)/, '')
}

function makePattern(template: string): RegExp {
  const parts = template.split(/\{\w+\}/).map((part) => RegExp.escape(part))
  return new RegExp(`^${parts.join('[^/]+')}$`)
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
