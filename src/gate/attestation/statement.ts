// What is signed: in-toto statements. The decision is a SLSA verification summary that carries the whole verdict, so
// that one signature binds every finding; each suite has a test-result statement beside it.
import { z } from 'zod'
import { verdictSchema } from '../verdict.ts'

export const statementType = 'https://in-toto.io/Statement/v1'
export const summaryType = 'https://slsa.dev/verification_summary/v1'
export const testResultType = 'https://in-toto.io/attestation/test-result/v0.1'
export const verifierId = 'urn:airlock:gate'
/** Fields of our own have URIs as names, as SLSA asks; without dots, as in-toto asks. */
export const verdictField = 'urn:airlock:verdict'

const digestSchema = z.looseObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 digest') })
const resourceSchema = z.looseObject({
  name: z.string().optional(),
  uri: z.string().optional(),
  digest: digestSchema,
})

/** Enough of any statement to tell what it is. */
export const anyStatementSchema = z.looseObject({
  _type: z.literal(statementType),
  predicateType: z.string(),
})

// Unknown fields are ignored, as in-toto asks: they are signed, and none of them can make a refusal a pass.
export const summarySchema = anyStatementSchema.extend({
  predicateType: z.literal(summaryType),
  subject: z.array(resourceSchema).length(1),
  predicate: z.looseObject({
    verifier: z.looseObject({ id: z.literal(verifierId) }),
    timeVerified: z.string(),
    resourceUri: z.string(),
    policy: resourceSchema,
    inputAttestations: z.array(resourceSchema).default([]),
    verificationResult: z.enum(['PASSED', 'FAILED']),
    verifiedLevels: z.array(z.string()),
    [verdictField]: verdictSchema,
  }),
})

export type Resource = z.output<typeof resourceSchema>
export type Summary = z.output<typeof summarySchema>

/** `sha256:…` → its 64 digits; null where it is anything else, which nothing can be bound to. */
export function readSha256(digest: string | null): string | null {
  return /^sha256:([0-9a-f]{64})$/i.exec(digest ?? '')?.[1]?.toLowerCase() ?? null
}
