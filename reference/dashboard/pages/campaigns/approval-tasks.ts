// Sending a campaign for approval, approving it, rejecting it: each by those whose task it is, with a reason.
import { z } from 'zod'
import type { Campaign } from '../../../model/campaign.ts'
import { changeCampaign, findCampaign } from '../../../service/campaigns.ts'
import { Refusal } from '../../../service/refusal.ts'
import { makeReasonField, reasonSchema } from '../../form-schemas.ts'
import { places } from '../../places.ts'
import { makeCampaignStatusCell } from '../../words.ts'
import { makeTaskPages, type Task } from '../form/form-page.ts'
import { approvalSteps, type ApprovalStep } from './approval-steps.ts'
import { renderOffer } from './render-campaign.ts'

const schema = z.object({ reason: reasonSchema })

function makeStep(step: ApprovalStep) {
  const { needs, from, to, heading, text, button, done, action } = approvalSteps[step]
  const task: Task<Campaign, z.infer<typeof schema>> = {
    path: `/campaigns/:campaignId/${step}`,
    needs,
    schema,
    find: ({ scope, params }) => findCampaign(scope, params['campaignId'] ?? ''),
    describe: ({ id, name, status, offer }) => ({
      heading,
      text,
      button,
      about: `Campaign ${id}`,
      facts: [
        { term: 'Campaign', cell: { text: name, isFree: true } },
        { term: 'Status', cell: makeCampaignStatusCell(status) },
        { term: 'Offer', cell: { text: renderOffer(offer) } },
      ],
      fields: [makeReasonField('Kept in the audit')],
      back: { href: places.campaign(id), text: 'Back to the campaign' },
    }),
    perform: ({ scope }, { id, name }, { reason }) => {
      // Read anew: somebody else may have decided since the page was shown.
      if (findCampaign(scope, id).status !== from) throw new Refusal('ILLEGAL_TRANSITION')
      changeCampaign(scope, id, { status: to })
      const deed = { action, walletId: null, subject: `${name} (${id})`, reason }
      return { place: places.campaign(id), notice: { title: done, text }, deed }
    },
  }
  return makeTaskPages(task)
}

export const approvalPages = (Object.keys(approvalSteps) as ApprovalStep[]).flatMap(makeStep)
