// What the campaign gives, for what.
import { z } from 'zod'
import type { Offer } from '../../../model/campaign.ts'
import { makeNumberSchema } from '../../form-schemas.ts'
import { makeMoneySchema } from '../../money.ts'
import type { Step } from './step.ts'

const rewardWords = {
  PERCENT: 'A percentage off',
  AMOUNT: 'An amount of money off',
  POINTS: 'Points',
} as const satisfies Record<Offer['reward'], string>

const missing = 'Enter how much it gives'
const mostValue = 1_000_000

/** What a value may be, for each thing that can be given. */
const valueSchemas = {
  PERCENT: makeNumberSchema(missing, {
    min: 1,
    max: 100,
    error: 'A percentage is a whole number from 1 to 100, such as 10',
  }),
  AMOUNT: makeMoneySchema(missing).pipe(
    z
      .number()
      .min(1, 'The amount must be more than nothing')
      .max(mostValue, 'The amount can be at most 10,000.00'),
  ),
  POINTS: makeNumberSchema(missing, {
    min: 1,
    max: mostValue,
    error: 'Points are a whole number from 1 to 1,000,000, such as 100',
  }),
} as const satisfies Record<Offer['reward'], z.ZodType<number>>

const mostProducts = 100

const schema = z
  .object({
    reward: z.enum(['PERCENT', 'AMOUNT', 'POINTS'], 'Choose what it gives'),
    value: z.string(),
    minimumSpend: z.union([z.literal('').transform(() => 0), makeMoneySchema('')], {
      error: 'Enter an amount of money, such as 60 or 60.00, or nothing',
    }),
    products: z
      .string()
      .transform((text) =>
        text
          .split(/[\n,]/)
          .map((line) => line.trim())
          .filter(Boolean),
      )
      .pipe(
        z
          .array(z.string().max(255, 'The number of a product has at most 255 characters'))
          .max(mostProducts, `Name at most ${mostProducts} products`),
      ),
  })
  .transform(({ value, ...offer }, context) => {
    const read = valueSchemas[offer.reward].safeParse(value)
    if (read.success) return { offer: { ...offer, value: read.data } }
    context.addIssue({ code: 'custom', path: ['value'], message: read.error.issues[0]?.message ?? missing })
    return z.NEVER
  })

export const offerStep: Step = {
  name: 'offer',
  title: 'offer',
  fields: [
    {
      name: 'reward',
      label: 'What it gives',
      kind: 'choice',
      options: Object.entries(rewardWords).map(([value, text]) => ({ value, text })),
    },
    {
      name: 'value',
      label: 'How much',
      hint: 'A percentage such as 10, an amount such as 5.00, or points such as 100',
      kind: 'text',
      autocomplete: 'off',
    },
    {
      name: 'minimumSpend',
      label: 'Minimum spend (optional)',
      hint: 'An amount such as 60.00, before any offer',
      kind: 'text',
      autocomplete: 'off',
      isOptional: true,
    },
    {
      name: 'products',
      label: 'Products (optional)',
      hint: 'Their numbers (UPC or SKU), one a line; none for the whole basket',
      kind: 'area',
      isOptional: true,
    },
  ],
  makeSchema: () => schema,
}
