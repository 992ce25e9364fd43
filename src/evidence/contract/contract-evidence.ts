// What the evidence says of the contract: what the run has used of it, and what it takes from clients of the last one.
import { z } from 'zod'
import { coverageSchema } from '../../run/coverage.ts'

/** An operation of a contract that could not be read or compared: nothing is known of it but that it is there. */
export const unreadSchema = z.strictObject({
  operationId: z.string(),
  services: z.array(z.string()),
  reason: z.string(),
})

/** What the run has exercised of the contract that the candidate serves. */
export const coverageEvidenceSchema = z.strictObject({
  operations: z.array(
    z.strictObject({
      operationId: z.string(),
      method: z.string(),
      path: z.string(),
      services: z.array(z.string()),
      /** Whether the contract lets it refuse anything. */
      isRefusable: z.boolean(),
      /** Tenants for which it was seen to succeed, and to refuse. */
      succeeded: z.array(z.string()),
      refused: z.array(z.string()),
    }),
  ),
  violations: coverageSchema.shape.violations,
  unreadable: z.number().int(),
  /** Operations that the contract has and that could not be read; evidence of earlier versions does not say. */
  unread: z.array(unreadSchema).optional(),
})

/** A difference between two contracts that can break a client of the older one. */
export const contractChangeSchema = z.strictObject({
  operationId: z.string(),
  what: z.enum([
    'operation-removed',
    'status-removed',
    'parameter-removed',
    'media-type-changed',
    'body-removed',
    'field-removed',
    'no-longer-always',
    'type-changed',
    'value-removed',
    'limit-narrowed',
    'now-demanded',
  ]),
  place: z.string(),
  detail: z.string(),
  /** Services that the operation belongs to, or did; evidence of earlier versions does not say. */
  services: z.array(z.string()).optional(),
})

export type CoverageEvidence = z.output<typeof coverageEvidenceSchema>
export type UnreadEvidence = z.output<typeof unreadSchema>
export type ContractChange = z.output<typeof contractChangeSchema>
