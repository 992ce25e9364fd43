// What the campaign is called and whom it is for.
import { z } from 'zod'
import { makeOptionalTextSchema, makeTextSchema } from '../../form-schemas.ts'
import { audienceWords } from '../campaigns/render-campaign.ts'
import type { Step } from './step.ts'

const schema = z.object({
  name: makeTextSchema('Enter a name', 'The name'),
  reference: makeOptionalTextSchema('The reference').transform((text) => (text === '' ? null : text)),
  mode: z.enum(['OPEN', 'RESTRICTED'], 'Choose who gets it'),
})

export const basicsStep: Step = {
  name: 'basics',
  title: 'basics',
  fields: [
    {
      name: 'name',
      label: 'Name',
      hint: 'Customers see it on their receipts',
      kind: 'text',
      autocomplete: 'off',
    },
    {
      name: 'reference',
      label: 'Reference (optional)',
      hint: 'Your own; no two campaigns have the same',
      kind: 'text',
      autocomplete: 'off',
      isOptional: true,
    },
    {
      name: 'mode',
      label: 'Who gets it',
      kind: 'choice',
      options: Object.entries(audienceWords).map(([value, text]) => ({ value, text })),
    },
  ],
  makeSchema: () => schema,
}
