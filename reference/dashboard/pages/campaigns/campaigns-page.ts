// The tenant's campaigns, newest first, with the status each has today.
import { z } from 'zod'
import { campaignStatuses, type Campaign } from '../../../model/campaign.ts'
import { listCampaigns } from '../../../service/campaigns.ts'
import { listErrors, readText } from '../../field.ts'
import type { Page, UserVisit } from '../../page.ts'
import { makeListPage, pageNumberSchema } from '../../paging.ts'
import { places } from '../../places.ts'
import { makeTimeCell } from '../../render-values.ts'
import { hasPermission } from '../../role.ts'
import type { Cell, Table } from '../../table.ts'
import { makeCampaignStatusCell, renderCampaignStatus } from '../../words.ts'
import { fillFields, type BlankField } from '../../written.ts'
import { makeEndCell, renderOffer } from './render-campaign.ts'

const querySchema = z.object({ page: pageNumberSchema })

const statusField: BlankField = {
  name: 'status',
  label: 'Status',
  kind: 'choice',
  isOptional: true,
  blank: 'Any',
  options: campaignStatuses.map((value) => ({ value, text: renderCampaignStatus(value) })),
}

const words = {
  label: 'Pages of the campaigns',
  rows: 'Campaigns',
  before: 'Newer campaigns',
  after: 'Older campaigns',
} as const

export const campaignsPage: Page = {
  access: 'user',
  method: 'GET',
  path: '/campaigns',
  needs: 'campaigns',
  handle: (visit) => {
    const status = readText(visit.query, 'status')
    const isKnown = status === '' || (campaignStatuses as readonly string[]).includes(status)
    const errors = isKnown ? {} : { status: 'Choose a status of the list' }
    const fields = fillFields([statusField], { texts: { status }, errors })
    const { page } = querySchema.parse(visit.query)
    const campaigns = isKnown ? listNewestFirst(visit, status) : []
    const paging = { page, size: 25, place: places.campaigns, query: { status }, words }
    const { rows, total, pager } = makeListPage(campaigns, paging)
    return {
      status: isKnown ? 200 : 422,
      view: 'pages/campaigns/campaigns',
      title: isKnown ? 'Campaigns' : 'Error: Campaigns',
      data: {
        fields,
        total,
        pager,
        errors: listErrors(fields),
        actions: listActions(visit),
        table: makeTable(visit, rows),
      },
    }
  },
}

function listActions({ user }: UserVisit) {
  const isMaker = hasPermission(user, 'campaign-design')
  return isMaker ? [{ href: places.newCampaign, text: 'Make a campaign' }] : []
}

function listNewestFirst({ scope }: UserVisit, status: string): Campaign[] {
  return listCampaigns(scope)
    .filter((campaign) => status === '' || campaign.status === status)
    .sort((a, b) => Number(b.id) - Number(a.id))
}

function makeTable({ user }: UserVisit, campaigns: readonly Campaign[]): Table {
  const { zone } = user.tenant
  return {
    id: 'campaigns',
    labelledBy: 'campaigns-heading',
    columns: [
      { text: 'Campaign' },
      { text: 'Status' },
      { text: 'Offer' },
      { text: `Starts (${zone})` },
      { text: 'Ends' },
      { text: 'Reference' },
    ],
    rows: campaigns.map((campaign): Cell[] => [
      { text: campaign.name, href: places.campaign(campaign.id), note: campaign.id },
      makeCampaignStatusCell(campaign.status),
      { text: renderOffer(campaign.offer) },
      makeTimeCell(campaign.startDate, zone),
      makeEndCell(campaign.endDate, zone),
      { text: campaign.reference ?? '', isFree: true },
    ]),
  }
}
