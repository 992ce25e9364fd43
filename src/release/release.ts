// What a person declares about one release; every later judgement holds the evidence against it.
import { z } from 'zod'

const text = z.string().min(1)
/** YAML 1.2 leaves times as text: wall time in the policy's zone unless an offset is given. */
const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?$/, 'a time such as 2026-11-30T03:00')

export const releaseKinds = ['scheduled', 'emergency', 'patch'] as const
export type ReleaseKind = (typeof releaseKinds)[number]

/** releases/<id>/release.yaml */
export const releaseSchema = z.strictObject({
  release: text,
  kind: z.enum(releaseKinds),
  candidate: z.strictObject({ version: text, digest: text.optional() }),
  window: z.strictObject({ start: time, end: time }).optional(),
  expectedDowntimeMinutes: z.number().nonnegative().optional(),
  services: z.array(text).default([]),
  author: text.optional(),
  approvals: z.array(z.strictObject({ by: text, role: text, at: time })).default([]),
  /** Changes of the contract that break clients and are meant to, by operation. */
  contractChanges: z.array(z.strictObject({ operation: text, reason: text })).default([]),
  removals: z.array(z.strictObject({ scenario: text, reason: text, approvedBy: text })).default([]),
  emergency: z.strictObject({ reason: text, declaredBy: text, reference: text }).optional(),
})

export type Release = z.output<typeof releaseSchema>
