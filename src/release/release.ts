// What a person declares about one release; every later judgement holds the evidence against it.
import { z } from 'zod'
import { longest } from './longest.ts'
import { timeSchema } from './wall-time.ts'
import { writtenText as text } from './written-text.ts'

export const releaseKinds = ['scheduled', 'emergency', 'patch'] as const
export type ReleaseKind = (typeof releaseKinds)[number]

/** A scenario that is gone since the last release that passed, or that a tenant has lost. */
const removalSchema = z.strictObject({
  scenario: text,
  /** Its file, below the project; without it, of whatever file, where only one has lost a scenario of that name. */
  feature: text.optional(),
  /** Who has lost it; without it, everybody. */
  tenant: text.optional(),
  reason: text,
  approvedBy: text,
})

/** releases/<id>/release.yaml. Times are wall time in the policy's zone unless they carry an offset. */
export const releaseSchema = z
  .strictObject({
    release: text,
    kind: z.enum(releaseKinds),
    candidate: z.strictObject({ version: text, digest: text.optional() }),
    window: z.strictObject({ start: timeSchema, end: timeSchema }).optional(),
    expectedDowntimeMinutes: z.number().nonnegative().max(longest.minutes).optional(),
    services: z.array(text).default([]),
    author: text.optional(),
    approvals: z
      .array(z.strictObject({ by: text, role: text, at: timeSchema, digest: text.optional() }))
      .default([]),
    /** Changes of the contract that break clients and are meant to, by operation. */
    contractChanges: z.array(z.strictObject({ operation: text, reason: text })).default([]),
    /** CycloneDX documents of the release before and of this one, from the folder of the release. */
    sbom: z.strictObject({ before: text, after: text }).optional(),
    removals: z.array(removalSchema).default([]),
    emergency: z.strictObject({ reason: text, declaredBy: text, reference: text }).optional(),
  })
  .superRefine(addEmergencyIssues)

type Declared = { readonly kind?: ReleaseKind | undefined; readonly emergency?: unknown }

/** Why it is one says an emergency, and no other release. */
export function addEmergencyIssues({ kind, emergency }: Declared, context: z.core.$RefinementCtx): void {
  const add = (message: string): void => {
    context.issues.push({ code: 'custom', message, input: emergency, path: ['emergency'] })
  }
  if (kind === 'emergency' && emergency === undefined)
    add('who declared the emergency and why: `emergency: { reason, declaredBy, reference }`')
  if (kind !== undefined && kind !== 'emergency' && emergency !== undefined)
    add(`no such key in a ${kind} release`)
}

export type Release = z.output<typeof releaseSchema>
