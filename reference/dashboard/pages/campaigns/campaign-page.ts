// One campaign: what it promises to whom, and what its status allows.
import type { Campaign } from '../../../model/campaign.ts'
import { findCampaign } from '../../../service/campaigns.ts'
import type { DashboardUser } from '../../../store/dashboard-users.ts'
import { findNotice } from '../../once.ts'
import type { Page } from '../../page.ts'
import { places } from '../../places.ts'
import { makeTimeCell } from '../../render-values.ts'
import { hasPermission } from '../../role.ts'
import type { Fact, Link } from '../../table.ts'
import { makeCampaignStatusCell } from '../../words.ts'
import { approvalSteps, type ApprovalStep } from './approval-steps.ts'
import { audienceWords, makeEndCell, makeLimitFacts, makeOfferFacts } from './render-campaign.ts'

export const campaignPage: Page = {
  access: 'user',
  method: 'GET',
  path: '/campaigns/:campaignId',
  needs: 'campaigns',
  handle: (visit) => {
    const campaign = findCampaign(visit.scope, visit.params['campaignId'] ?? '')
    const notice = findNotice(visit)
    return {
      status: 200,
      view: 'pages/campaigns/campaign',
      title: `${notice ? `${notice.title} – ` : ''}Campaign ${campaign.id}`,
      data: {
        notice,
        name: campaign.name,
        facts: makeFacts(campaign, visit.user.tenant.zone),
        actions: listActions(visit.user, campaign),
        back: { href: places.campaigns, text: 'Back to the campaigns' },
      },
    }
  },
}

function makeFacts(campaign: Campaign, zone: string): Fact[] {
  return [
    { term: 'Campaign id', cell: { text: campaign.id } },
    { term: 'Status', cell: makeCampaignStatusCell(campaign.status) },
    { term: 'Reference', cell: { text: campaign.reference ?? 'None', isFree: true } },
    { term: 'Who gets it', cell: { text: audienceWords[campaign.mode], value: campaign.mode } },
    ...makeOfferFacts(campaign),
    ...makeLimitFacts(campaign),
    { term: 'Starts', cell: makeTimeCell(campaign.startDate, zone) },
    { term: 'Ends', cell: makeEndCell(campaign.endDate, zone) },
    { term: 'Created', cell: makeTimeCell(campaign.dateCreated, zone) },
  ]
}

function listActions(user: DashboardUser, { id, status }: Campaign): Link[] {
  return (Object.keys(approvalSteps) as ApprovalStep[])
    .filter((step) => approvalSteps[step].from === status && hasPermission(user, approvalSteps[step].needs))
    .map((step) => ({ href: `${places.campaign(id)}/${step}`, text: approvalSteps[step].heading }))
}
