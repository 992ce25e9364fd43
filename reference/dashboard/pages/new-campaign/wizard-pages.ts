// The pages on the way to a new campaign: each step is a form, going on or back keeps what was written in it.
import { listCampaigns } from '../../../service/campaigns.ts'
import { readText } from '../../field.ts'
import type { FormVisit, Page, PageAnswer, UserVisit } from '../../page.ts'
import { parseTexts, readTexts } from '../../written.ts'
import { showProblem } from '../problem/problems.ts'
import { makeContext, placeOfStep, showStep } from './show-step.ts'
import type { Step } from './step.ts'
import { findStep, findUnfinished, steps } from './steps.ts'
import { showTakenReference } from './taken-reference.ts'
import { isWizardId, makeWizardId, readWizard, writeWizardStep } from './wizard-record.ts'

/** Only an address of its own: nothing is kept before something is written. */
export const newCampaignPage: Page = {
  access: 'user',
  method: 'GET',
  path: '/campaigns/new',
  needs: 'campaign-design',
  handle: () => ({ location: placeOfStep(makeWizardId(), 'basics') }),
}

const path = '/campaigns/new/:wizardId/:step'

export const wizardPage: Page = {
  access: 'user',
  method: 'GET',
  path,
  needs: 'campaign-design',
  handle: (visit) => {
    const { wizardId = '', step: name = '' } = visit.params
    const step = findStep(name)
    if (!step || !isWizardId(wizardId)) return showProblem('PAGE_NOT_FOUND')
    const texts = readWizard(visit, wizardId)
    const context = makeContext(visit)
    const unfinished = findUnfinished(texts, context, step.name)
    if (unfinished) return { location: placeOfStep(wizardId, unfinished.name) }
    const known = texts[step.name]
    const written = known
      ? parseTexts(step.makeSchema(context), known).written
      : { texts: step.initial ?? {}, errors: {} }
    return showStep(visit, { step, written })
  },
}

export const wizardForm: Page = {
  access: 'user',
  method: 'POST',
  path,
  needs: 'campaign-design',
  handle: (visit) => {
    const { wizardId = '', step: name = '' } = visit.params
    const step = findStep(name)
    return step && isWizardId(wizardId) ? takeStep(visit, wizardId, step) : showProblem('PAGE_NOT_FOUND')
  },
}

function takeStep(visit: FormVisit, id: string, step: Step): PageAnswer {
  const { fields } = visit.form
  const names = step.fields.map(({ name }) => name)
  const texts = readTexts(names, fields)
  const index = steps.indexOf(step)
  if (readText(fields, 'go') === 'back') {
    writeWizardStep(visit, id, { [step.name]: texts })
    return { location: placeOfStep(id, steps[index - 1]?.name ?? 'basics') }
  }
  const { written, wish } = parseTexts(step.makeSchema(makeContext(visit)), texts)
  if (wish === null) return showStep(visit, { step, written, status: 422 })
  if (isTaken(visit, wish.reference ?? null)) return showTakenReference(visit, texts)
  writeWizardStep(visit, id, { [step.name]: texts })
  return { location: placeOfStep(id, steps[index + 1]?.name ?? 'review') }
}

/** Told at its field, where it can be mended, and not only at the end. */
function isTaken({ scope }: UserVisit, reference: string | null): boolean {
  return reference !== null && listCampaigns(scope, { reference }).length > 0
}
