// The audit over HTTP: what was given and taken by hand, by whom and why.
import { z } from 'zod'
import { auditEntrySchema } from '../../model/audit-entry.ts'
import { nameSchema } from '../../model/fields.ts'
import { makePageQuery, makePageSchema, rangeFilterSchema } from '../../model/page.ts'
import { listAudit } from '../../service/audit.ts'
import { makeFilteredPage } from '../../service/pages.ts'
import { answer, makeOperation, type Operation } from '../operation.ts'

const listOperation = makeOperation({
  operationId: 'listAudit',
  method: 'GET',
  path: '/audit',
  service: 'wallet',
  summary:
    'List what was given and taken by hand, by clients and by customer care: who, when, to whom and why.',
  querySchema: z.object({
    ...makePageQuery({ limit: 100, orderBy: ['dateCreated', 'actor', 'action'] }),
    walletId: z.string().optional(),
    accountId: z.string().optional(),
    actor: nameSchema.optional(),
    action: nameSchema.optional(),
    dateCreated: rangeFilterSchema,
  }),
  responses: { 200: makePageSchema(auditEntrySchema, 'AuditPage') },
  refuses: ['INVALID_REQUEST'],
  handle: (scope, { query }) => {
    const { walletId, actor } = query
    return answer.ok(makeFilteredPage(scope, listAudit(scope, { walletId, actor }).toReversed(), query))
  },
})

export const auditOperations: readonly Operation[] = [listOperation]
