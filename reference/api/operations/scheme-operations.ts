// Points schemes over HTTP.
import { z } from 'zod'
import { makeListFilter, makePageQuery, makePageSchema } from '../../model/page.ts'
import { schemeInputSchema, schemeSchema, schemeStatuses } from '../../model/scheme.ts'
import { makeFilteredPage } from '../../service/pages.ts'
import { createScheme, listSchemes } from '../../service/schemes.ts'
import { answer, makeOperation, type Operation } from '../operation.ts'

const listOperation = makeOperation({
  operationId: 'listSchemes',
  method: 'GET',
  path: '/schemes/points',
  service: 'resources',
  summary: 'List points schemes.',
  querySchema: z.object({
    ...makePageQuery({ limit: 100, orderBy: ['dateCreated', 'status'] }),
    status: makeListFilter(schemeStatuses),
    reference: z.string().optional(),
  }),
  responses: { 200: makePageSchema(schemeSchema, 'PointsSchemePage') },
  refuses: ['INVALID_REQUEST'],
  handle: (scope, { query }) => answer.ok(makeFilteredPage(scope, listSchemes(scope), query)),
})

const createOperation = makeOperation({
  operationId: 'createScheme',
  method: 'POST',
  path: '/schemes/points',
  service: 'resources',
  event: 'SCHEME.CREATE',
  summary: 'Create a points scheme.',
  bodySchema: schemeInputSchema,
  responses: { 201: schemeSchema },
  refuses: ['INVALID_REQUEST', 'MALFORMED_JSON', 'REFERENCE_EXISTS'],
  handle: (scope, { body }) => answer.created(createScheme(scope, body)),
})

export const schemeOperations: readonly Operation[] = [listOperation, createOperation]
