// A reference that another campaign has got first.
import type { Shown, UserVisit } from '../../page.ts'
import type { Texts } from '../../written.ts'
import { basicsStep } from './basics-step.ts'
import { showStep } from './show-step.ts'

export function showTakenReference(visit: UserVisit, texts: Texts): Shown {
  const errors = { reference: 'The reference is taken by another campaign' }
  return showStep(visit, { step: basicsStep, written: { texts, errors }, status: 409 })
}
