// Campaigns over HTTP.
import { z } from 'zod'
import {
  campaignInputSchema,
  campaignPatchSchema,
  campaignSchema,
  campaignStatuses,
} from '../../model/campaign.ts'
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
import { answer, makeOperation, type Method, type Operation } from '../operation.ts'

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
  handle: (scope, { query }) => answer.ok(makeFilteredPage(scope, listCampaigns(scope), query)),
})

const createOperation = makeOperation({
  operationId: 'createCampaign',
  method: 'POST',
  path: '/campaigns',
  service: 'resources',
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
  handle: (scope, { path }) => answer.ok(findCampaignByReference(scope, path.reference)),
})

const replaceOperation = makeOperation({
  operationId: 'replaceCampaign',
  method: 'PUT',
  path: '/campaigns/{campaignId}',
  service: 'resources',
  summary: 'Write a campaign anew; what is left out goes back to its default.',
  pathSchema: campaignPath,
  bodySchema: campaignInputSchema,
  responses: { 200: campaignSchema },
  refuses: [...unfit, 'CAMPAIGN_NOT_FOUND'],
  handle: (scope, { path, body }) => answer.ok(replaceCampaign(scope, path.campaignId, body)),
})

/** PATCH, and POST for the clients that have it so. */
function makeChangeOperation(method: Method, operationId: string): Operation {
  return makeOperation({
    operationId,
    method,
    path: '/campaigns/{campaignId}',
    service: 'resources',
    summary: 'Change what is named of a campaign and leave the rest.',
    pathSchema: campaignPath,
    bodySchema: campaignPatchSchema,
    responses: { 200: campaignSchema },
    refuses: [...unfit, 'CAMPAIGN_NOT_FOUND'],
    handle: (scope, { path, body }) => answer.ok(changeCampaign(scope, path.campaignId, body)),
  })
}

const deleteOperation = makeOperation({
  operationId: 'deleteCampaign',
  method: 'DELETE',
  path: '/campaigns/{campaignId}',
  service: 'resources',
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
