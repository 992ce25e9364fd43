// The steps to a new campaign in their order, and what all of them together ask for.
import { campaignInputSchema, type CampaignInput } from '../../../model/campaign.ts'
import { parseTexts } from '../../written.ts'
import { basicsStep } from './basics-step.ts'
import { limitsStep } from './limits-step.ts'
import { offerStep } from './offer-step.ts'
import type { CampaignPart, Step, StepContext, StepName } from './step.ts'
import type { WizardTexts } from './wizard-record.ts'
import { windowStep } from './window-step.ts'

export const steps: readonly Step[] = [basicsStep, offerStep, limitsStep, windowStep]

/** The last step asks for nothing: it shows all of it. */
export const stepCount = steps.length + 1

export function findStep(name: string): Step | undefined {
  return steps.find((step) => step.name === name)
}

/** The campaign that was asked for, or the first step that does not say what it should. */
export function parseCampaign(
  texts: WizardTexts,
  context: StepContext,
): { readonly input: CampaignInput } | { readonly unfinished: StepName } {
  const parts: CampaignPart[] = []
  for (const step of steps) {
    const { wish } = parseTexts(step.makeSchema(context), texts[step.name] ?? {})
    if (wish === null) return { unfinished: step.name }
    parts.push(wish)
  }
  return { input: campaignInputSchema.parse(Object.assign({}, ...parts)) }
}

/** The first step before this one that is not finished. */
export function findUnfinished(texts: WizardTexts, context: StepContext, before: StepName): Step | undefined {
  const earlier = steps.slice(
    0,
    steps.findIndex(({ name }) => name === before),
  )
  return earlier.find((step) => parseTexts(step.makeSchema(context), texts[step.name] ?? {}).wish === null)
}
