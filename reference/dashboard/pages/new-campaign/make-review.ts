// What was asked for, step by step, each with the way back to it.
import type { CampaignInput } from '../../../model/campaign.ts'
import { makeTimeCell } from '../../render-values.ts'
import type { Fact, Link } from '../../table.ts'
import { audienceWords, makeEndCell, makeLimitFacts, makeOfferFacts } from '../campaigns/render-campaign.ts'
import type { StepName } from './step.ts'
import { steps } from './steps.ts'

export type ReviewPart = {
  readonly id: string
  readonly title: string
  readonly facts: readonly Fact[]
  readonly change: Link
}

type View = { readonly zone: string; readonly placeOf: (step: StepName) => string }

export function makeReview(input: CampaignInput, { zone, placeOf }: View): ReviewPart[] {
  const { name, reference, mode, startDate, endDate } = input
  const facts = {
    basics: [
      { term: 'Name', cell: { text: name, isFree: true } },
      { term: 'Reference', cell: { text: reference ?? 'None', isFree: true } },
      { term: 'Who gets it', cell: { text: audienceWords[mode], value: mode } },
    ],
    offer: makeOfferFacts(input),
    limits: makeLimitFacts(input),
    window: [
      {
        term: 'Starts',
        cell: startDate === undefined ? { text: 'At once' } : makeTimeCell(startDate, zone),
      },
      { term: 'Ends', cell: makeEndCell(endDate, zone) },
    ],
  } satisfies Record<StepName, readonly Fact[]>
  return steps.map((step) => ({
    id: `${step.name}-heading`,
    title: `${step.title.charAt(0).toUpperCase()}${step.title.slice(1)}`,
    facts: facts[step.name],
    change: { href: placeOf(step.name), text: `Change ${step.title}` },
  }))
}
