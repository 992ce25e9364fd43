// How often the offer can be had, and for how long.
import { z } from 'zod'
import { makeNumberSchema, makeOptionalNumberSchema } from '../../form-schemas.ts'
import type { BlankField } from '../../written.ts'
import type { Step } from './step.ts'

const most = { uses: 1000, days: 3650, coupons: 1_000_000_000 } as const

const schema = z
  .object({
    uses: makeNumberSchema('Enter how often a coupon can be used', {
      min: 1,
      max: most.uses,
      error: 'Uses are a whole number from 1 to 1,000',
    }),
    days: makeOptionalNumberSchema({
      min: 0,
      max: most.days,
      error: 'Days are a whole number from 0 to 3,650, or nothing',
    }),
    inAll: makeOptionalNumberSchema({
      min: 1,
      max: most.coupons,
      error: 'A limit is a whole number from 1 to 1,000,000,000, or nothing',
    }),
    perCustomer: makeOptionalNumberSchema({
      min: 1,
      max: most.coupons,
      error: 'A limit is a whole number from 1 to 1,000,000,000, or nothing',
    }),
  })
  .transform(({ uses, days, inAll, perCustomer }) => ({
    rules: { start: null, expiry: days === null ? null : { daysAfterIssue: days }, uses },
    issueLimits: { perCampaign: inAll, perCustomer },
  }))

function makeNumberField(name: string, label: string, hint: string): BlankField {
  return { name, label, hint, kind: 'text', inputmode: 'numeric', autocomplete: 'off', isOptional: true }
}

export const limitsStep: Step = {
  name: 'limits',
  title: 'rules and limits',
  fields: [
    { ...makeNumberField('uses', 'Uses of a coupon', 'How often each can be redeemed'), isOptional: false },
    makeNumberField(
      'days',
      'Days a coupon lasts (optional)',
      'From the day it is given; none for as long as the campaign',
    ),
    makeNumberField('inAll', 'Coupons in all (optional)', 'None for no limit'),
    makeNumberField('perCustomer', 'Coupons for each customer (optional)', 'None for no limit'),
  ],
  initial: { uses: '1' },
  makeSchema: () => schema,
}
