// Operations on what a tenant offers: campaigns and points schemes.
import { z } from 'zod'
import { pageOf } from '../fields.ts'
import { defineOn, type Operation } from '../operation.ts'
import { campaign, scheme } from '../resource.ts'

const on = defineOn('resources')

export const resourceOperations = {
  listCampaigns: on('listCampaigns', 'GET /campaigns', [200, pageOf(campaign)]),
  createCampaign: on('createCampaign', 'POST /campaigns', [201, campaign]),
  getCampaign: on('getCampaign', 'GET /campaigns/{campaignId}', [200, campaign]),
  findCampaign: on('findCampaign', 'GET /campaigns/reference/{reference}', [200, campaign]),
  updateCampaign: on('updateCampaign', 'PATCH /campaigns/{campaignId}', [200, campaign]),
  amendCampaign: on('amendCampaign', 'POST /campaigns/{campaignId}', [200, campaign]),
  replaceCampaign: on('replaceCampaign', 'PUT /campaigns/{campaignId}', [200, campaign]),
  deleteCampaign: on('deleteCampaign', 'DELETE /campaigns/{campaignId}', [204, z.null()]),
  listSchemes: on('listSchemes', 'GET /schemes/points', [200, pageOf(scheme)]),
  createScheme: on('createScheme', 'POST /schemes/points', [201, scheme]),
} as const satisfies Record<string, Operation<unknown>>
