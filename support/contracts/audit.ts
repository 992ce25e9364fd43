// The audit: what was given and taken by hand, by whom and why.
import { z } from 'zod'
import { id, instant, whole } from './fields.ts'

export const auditEntry = z.object({
  auditId: id,
  dateCreated: instant,
  /** A client by its id, or somebody of the dashboard by name. */
  actor: z.string().min(1),
  action: z.string(),
  walletId: id.nullable(),
  accountId: id.nullable(),
  value: whole.nullable(),
  reason: z.string().nullable(),
})
export type AuditEntry = z.output<typeof auditEntry>
