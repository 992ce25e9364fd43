// One operation of a contract, read through the references in it. What is referred to counts like what is written in
// place: a document that shares its parameters and answers says no less.
import { z } from 'zod'
import type { Contract } from './contract.ts'
import { followReference, referenceOf } from './follow-reference.ts'

const content = z.record(z.string(), z.looseObject({ schema: z.unknown().optional() }))
const response = z.looseObject({ content: content.optional() })
const requestBody = z.looseObject({ content, required: z.boolean().default(false) })
const parameter = z.looseObject({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  schema: z.unknown().optional(),
})

export type Content = z.output<typeof content>
export type RequestBody = z.output<typeof requestBody>
export type Parameter = z.output<typeof parameter>

/** An operation and what its path says for all operations, as the document writes them. */
export function makeOperationSchema(contract: Contract) {
  const parameters = z.array(behindReference(contract, parameter)).default([])
  return z.object({
    parameters,
    operation: z.looseObject({
      operationId: z.string().optional(),
      tags: z.array(z.string()).default([]),
      parameters,
      requestBody: behindReference(contract, requestBody).optional(),
      responses: z
        .record(z.string(), z.unknown())
        .transform(withoutExtensions)
        .pipe(z.record(z.string(), behindReference(contract, response)))
        .default({}),
    }),
  })
}

export type WrittenOperation = z.output<ReturnType<typeof makeOperationSchema>>['operation']

/** A value that the document may also have elsewhere. */
function behindReference<S extends z.ZodType>(contract: Contract, schema: S) {
  const found = z.unknown().transform((value, context): unknown => {
    const target = followReference(contract, value)
    if (target !== undefined) return target
    context.issues.push({
      code: 'custom',
      message: `${referenceOf(value)} leads nowhere in the document`,
      input: value,
    })
    return z.NEVER
  })
  return found.pipe(schema)
}

/** Anything may stand under `x-`, beside the answers too. */
function withoutExtensions(written: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(written).filter(([key]) => !key.startsWith('x-')))
}
