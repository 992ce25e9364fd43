// The document that a platform serves about itself, as far as coverage and comparison need it. OpenAPI 3.1,
// https://spec.openapis.org/oas/v3.1.1.html
import { z } from 'zod'
import { byText } from '../release/by-text.ts'

const response = z.looseObject({
  content: z.record(z.string(), z.looseObject({ schema: z.unknown() })).optional(),
})

const parameter = z.looseObject({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  schema: z.unknown().optional(),
})

const operation = z.looseObject({
  operationId: z.string(),
  tags: z.array(z.string()).default([]),
  parameters: z.array(parameter).default([]),
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown() })) })
    .optional(),
  responses: z.record(z.string(), response),
})

/** openapi.json */
export const contractSchema = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()).default({}) }).prefault({}),
})

export type Contract = z.output<typeof contractSchema>
export type ContractOperation = z.output<typeof operation> & {
  readonly method: string
  /** As the document writes it, with `{name}` for what differs. */
  readonly path: string
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** Every operation of the document that has an id, sorted by it. */
export function listOperations({ paths }: Contract): ContractOperation[] {
  const all = Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const read = operation.safeParse(item[method])
      return read.success ? [{ ...read.data, method: method.toUpperCase(), path }] : []
    }),
  )
  return all.toSorted(byText(({ operationId }) => operationId))
}
