// A step as it is seen: where on the way it is, its fields, and the ways on and back.
import { listErrors } from '../../field.ts'
import { makeFormToken } from '../../form-token.ts'
import type { Shown, UserVisit } from '../../page.ts'
import { places } from '../../places.ts'
import { fillFields, type Written } from '../../written.ts'
import type { Step, StepContext } from './step.ts'
import { stepCount, steps } from './steps.ts'

export function placeOfStep(wizardId: string, step: string): string {
  return `${places.newCampaign}/${wizardId}/${step}`
}

export function makeContext({ scope, user }: UserVisit): StepContext {
  return { zone: user.tenant.zone, nowMs: scope.nowMs }
}

export type Occasion = { readonly step: Step; readonly written: Written; readonly status?: number }

/** The form leads to where its step stands, also when it is shown because the last step sent somebody back to it. */
export function showStep(visit: UserVisit, occasion: Occasion): Shown {
  const { step, written, status = 200 } = occasion
  const fields = fillFields(step.fields, written)
  const errors = listErrors(fields)
  const index = steps.indexOf(step)
  const action = placeOfStep(visit.params['wizardId'] ?? '', step.name)
  const heading = `New campaign: ${step.title}`
  return {
    status,
    view: 'pages/new-campaign/step',
    title: `${errors.length > 0 ? 'Error: ' : ''}${heading}`,
    data: {
      heading,
      fields,
      errors,
      action,
      progress: `Step ${index + 1} of ${stepCount}`,
      hasBack: index > 0,
      zone: step.name === 'window' ? visit.user.tenant.zone : null,
      token: makeFormToken({ browserId: visit.browserId, action }),
      back: { href: places.campaigns, text: 'Back to the campaigns' },
    },
  }
}
