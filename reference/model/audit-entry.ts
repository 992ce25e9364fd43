// A line of the audit: who did what to whom, when and why.
import { z } from 'zod'
import { idSchema } from './fields.ts'
import { instantSchema } from './instant.ts'

export const auditEntrySchema = z
  .object({
    auditId: idSchema,
    dateCreated: instantSchema,
    actor: z.string().meta({ description: 'A client by its id, or somebody of the dashboard by name.' }),
    action: z.string(),
    walletId: idSchema.nullable(),
    accountId: idSchema.nullable(),
    value: z.int().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' })

export type AuditEntry = z.infer<typeof auditEntrySchema>
