// A step of the way to a new campaign: what it asks for, and what the answers make of the campaign.
import type { z } from 'zod'
import type { campaignInputSchema } from '../../../model/campaign.ts'
import type { BlankField, Texts } from '../../written.ts'

export type StepName = 'basics' | 'offer' | 'limits' | 'window'

/** When and where somebody makes a campaign. */
export type StepContext = { readonly zone: string; readonly nowMs: number }

/** Some fields of a new campaign; what none of the steps names has its default. */
export type CampaignPart = Partial<z.input<typeof campaignInputSchema>>

export type Step = {
  readonly name: StepName
  readonly title: string
  readonly fields: readonly BlankField[]
  readonly initial?: Texts
  readonly makeSchema: (context: StepContext) => z.ZodType<CampaignPart>
}
