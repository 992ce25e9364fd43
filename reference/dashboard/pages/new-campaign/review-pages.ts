// The last step: all that was asked for, to be looked at once more, and the button that makes the campaign.
import type { CampaignInput } from '../../../model/campaign.ts'
import { createCampaign } from '../../../service/campaigns.ts'
import { Refusal } from '../../../service/refusal.ts'
import { readText } from '../../field.ts'
import { makeFormToken } from '../../form-token.ts'
import { doOnce, findEarlier, type Done } from '../../once.ts'
import type { FormVisit, Page, PageAnswer, Shown, UserVisit } from '../../page.ts'
import { places } from '../../places.ts'
import { showProblem } from '../problem/problems.ts'
import { makeReview } from './make-review.ts'
import { makeContext, placeOfStep } from './show-step.ts'
import { parseCampaign, stepCount } from './steps.ts'
import { showTakenReference } from './taken-reference.ts'
import { deleteWizard, isWizardId, readWizard } from './wizard-record.ts'

const path = '/campaigns/new/:wizardId/review'

export const reviewPage: Page = {
  access: 'user',
  method: 'GET',
  path,
  needs: 'campaign-design',
  handle: (visit) => useCampaign(visit, (input) => showReview(visit, input)),
}

export const reviewForm: Page = {
  access: 'user',
  method: 'POST',
  path,
  needs: 'campaign-design',
  handle: (visit) => {
    const id = visit.params['wizardId'] ?? ''
    if (readText(visit.form.fields, 'go') === 'back') return { location: placeOfStep(id, 'window') }
    const isDraft = readText(visit.form.fields, 'go') === 'draft'
    const answer = useCampaign(visit, (input) =>
      takeReview(visit, { ...input, status: isDraft ? 'DRAFT' : 'PENDING' }),
    )
    // Another sending of this very form may have made the campaign, and left nothing to make one of.
    return findEarlier(visit) ?? answer
  },
}

function useCampaign(visit: UserVisit, use: (input: CampaignInput) => PageAnswer): PageAnswer {
  const id = visit.params['wizardId'] ?? ''
  if (!isWizardId(id)) return showProblem('PAGE_NOT_FOUND')
  const read = parseCampaign(readWizard(visit, id), makeContext(visit))
  return 'input' in read ? use(read.input) : { location: placeOfStep(id, read.unfinished) }
}

function showReview(visit: UserVisit, input: CampaignInput): Shown {
  const id = visit.params['wizardId'] ?? ''
  const action = placeOfStep(id, 'review')
  return {
    status: 200,
    view: 'pages/new-campaign/review',
    title: 'New campaign: review',
    data: {
      action,
      heading: 'New campaign: review',
      progress: `Step ${stepCount} of ${stepCount}`,
      parts: makeReview(input, { zone: visit.user.tenant.zone, placeOf: (step) => placeOfStep(id, step) }),
      token: makeFormToken({ browserId: visit.browserId, action }),
      back: { href: places.campaigns, text: 'Back to the campaigns' },
    },
  }
}

function takeReview(visit: FormVisit, input: CampaignInput): PageAnswer {
  try {
    return doOnce(visit, () => make(visit, input))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'REFERENCE_EXISTS') throw error
    return showTakenReference(visit, readWizard(visit, visit.params['wizardId'] ?? '')['basics'] ?? {})
  }
}

function make(visit: FormVisit, input: CampaignInput): Done {
  const { scope } = visit
  const isForgetful = scope.faults.has('wizard-forgets-minimum')
  const offer = isForgetful ? { ...input.offer, minimumSpend: 0 } : input.offer
  const { id, name, status } = createCampaign(scope, { ...input, offer })
  deleteWizard(visit, visit.params['wizardId'] ?? '')
  const isDraft = status === 'DRAFT'
  const text = isDraft
    ? 'Send it for approval when it is as it should be.'
    : 'It runs once a supervisor has approved it.'
  return {
    place: places.campaign(id),
    notice: { title: isDraft ? 'Draft saved' : 'Campaign sent for approval', text },
    deed: { action: 'CAMPAIGN_CREATE', walletId: null, subject: `${name} (${id})` },
  }
}
