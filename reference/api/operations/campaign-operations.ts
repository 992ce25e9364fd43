// Campaigns over HTTP.
import { z } from 'zod'
import { remember } from '../../faults/remember.ts'
import {
  campaignInputSchema,
  campaignPatchSchema,
  campaignReplacementSchema,
  campaignSchema,
  campaignStatuses,
  type Campaign,
} from '../../model/campaign.ts'
import { tenants } from '../../model/tenant.ts'
import { makeListFilter, makePageQuery, makePageSchema } from '../../model/page.ts'
import {
  changeCampaign,
  createCampaign,
  deleteCampaign,
  findCampaign,
  findCampaignByReference,
  listCampaigns,
  replaceCampaign,
} from '../../service/campaigns.ts'
import { makeFilteredPage } from '../../service/pages.ts'
import type { RefusalCode } from '../../service/refusal.ts'
import type { Scope } from '../../service/scope.ts'
import { answer, makeOperation, type Method, type Operation } from '../operation.ts'

/** Told where a status is changed. */
const steps =
  'A DRAFT is put forward as PENDING, and that is approved (ACTIVE) or turned down (REJECTED, which goes back to DRAFT). ACTIVE is paused as INACTIVE and resumed. What is approved may be taken back to PENDING or DRAFT; what has expired stays so.'

const campaignPath = z.object({ campaignId: z.string() })

const unfit: readonly RefusalCode[] = [
  'INVALID_REQUEST',
  'MALFORMED_JSON',
  'UNIT_UNKNOWN',
  'REFERENCE_EXISTS',
]

const listOperation = makeOperation({
  operationId: 'listCampaigns',
  method: 'GET',
  path: '/campaigns',
  service: 'resources',
  summary: 'List campaigns, with the status each has today.',
  querySchema: z.object({
    ...makePageQuery({
      limit: 100,
      orderBy: ['dateCreated', 'lastUpdated', 'name', 'startDate', 'endDate', 'status'],
    }),
    status: makeListFilter(campaignStatuses),
    mode: makeListFilter(['OPEN', 'RESTRICTED']),
    reference: z.string().optional(),
  }),
  responses: { 200: makePageSchema(campaignSchema, 'CampaignPage') },
  refuses: ['INVALID_REQUEST'],
  handle: (scope, { query }) => answer.ok(makeFilteredPage(scope, listForClient(scope), query)),
})

/** The fault forgets whose list it is. */
function listForClient(scope: Scope): Campaign[] {
  if (!scope.faults.has('list-leak')) return listCampaigns(scope)
  return tenants.flatMap((tenant) => listCampaigns({ ...scope, tenant }))
}

const createOperation = makeOperation({
  operationId: 'createCampaign',
  method: 'POST',
  path: '/campaigns',
  service: 'resources',
  event: 'CAMPAIGN.CREATE',
  summary: 'Create a campaign. Its window holds both of its edges, to the second.',
  bodySchema: campaignInputSchema,
  responses: { 201: campaignSchema },
  refuses: unfit,
  handle: (scope, { body }) => answer.created(createCampaign(scope, body)),
})

const getOperation = makeOperation({
  operationId: 'getCampaign',
  method: 'GET',
  path: '/campaigns/{campaignId}',
  service: 'resources',
  summary: 'Read a campaign.',
  pathSchema: campaignPath,
  responses: { 200: campaignSchema },
  refuses: ['CAMPAIGN_NOT_FOUND'],
  handle: (scope, { path }) => answer.ok(findCampaign(scope, path.campaignId)),
})

const findOperation = makeOperation({
  operationId: 'findCampaign',
  method: 'GET',
  path: '/campaigns/reference/{reference}',
  service: 'resources',
  summary: "Find a campaign by the client's own reference.",
  pathSchema: z.object({ reference: z.string() }),
  responses: { 200: campaignSchema },
  refuses: ['CAMPAIGN_NOT_FOUND'],
  handle: (scope, { path: { reference } }) => {
    const find = () => findCampaignByReference(scope, reference)
    const isShared = scope.faults.has('cache-shared')
    return answer.ok(isShared ? remember(scope, `campaign ${reference}`, find) : find())
  },
})

const replaceOperation = makeOperation({
  operationId: 'replaceCampaign',
  method: 'PUT',
  path: '/campaigns/{campaignId}',
  service: 'resources',
  event: 'CAMPAIGN.UPDATE',
  summary:
    'Write a campaign anew; what is left out goes back to its default, but for the status, which stays.',
  pathSchema: campaignPath,
  bodySchema: campaignReplacementSchema,
  responses: { 200: campaignSchema },
  refuses: [...unfit, 'CAMPAIGN_NOT_FOUND', 'ILLEGAL_TRANSITION'],
  handle: (scope, { path, body }) => answer.ok(replaceCampaign(scope, path.campaignId, body)),
})

/** PATCH, and POST for the clients that have it so. */
function makeChangeOperation(method: Method, operationId: string): Operation {
  return makeOperation({
    operationId,
    method,
    path: '/campaigns/{campaignId}',
    service: 'resources',
    event: 'CAMPAIGN.UPDATE',
    summary: `Change what is named of a campaign and leave the rest. ${steps}`,
    pathSchema: campaignPath,
    bodySchema: campaignPatchSchema,
    responses: { 200: campaignSchema },
    refuses: [...unfit, 'CAMPAIGN_NOT_FOUND', 'ILLEGAL_TRANSITION'],
    handle: (scope, { path, body }) => answer.ok(changeCampaign(scope, path.campaignId, body)),
  })
}

const deleteOperation = makeOperation({
  operationId: 'deleteCampaign',
  method: 'DELETE',
  path: '/campaigns/{campaignId}',
  service: 'resources',
  event: 'CAMPAIGN.DELETE',
  summary: 'Delete a campaign for good. Its coupons stay, and can no longer be redeemed.',
  pathSchema: campaignPath,
  responses: { 204: null },
  refuses: ['CAMPAIGN_NOT_FOUND'],
  handle: (scope, { path }) => {
    deleteCampaign(scope, path.campaignId)
    return answer.empty()
  },
})

export const campaignOperations: readonly Operation[] = [
  listOperation,
  createOperation,
  getOperation,
  findOperation,
  replaceOperation,
  makeChangeOperation('PATCH', 'updateCampaign'),
  makeChangeOperation('POST', 'amendCampaign'),
  deleteOperation,
]
