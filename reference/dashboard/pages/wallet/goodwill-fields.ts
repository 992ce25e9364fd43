// The goodwill form: what may be written in it, and what to say where it may not.
import { z } from 'zod'
import type { EnrichedAccount } from '../../../model/account.ts'
import { listErrors, type ErrorLine, type Field } from '../../field.ts'
import {
  makeIdSchema,
  makePointsField,
  makePointsSchema,
  makeReasonField,
  reasonSchema,
} from '../../form-schemas.ts'
import { fillFields, type BlankField, type Written } from '../../written.ts'

const mostPoints = 10_000

export const goodwillSchema = z.object({
  account: makeIdSchema('Choose the account that the points go to'),
  points: makePointsSchema('give', mostPoints),
  reason: reasonSchema,
})

export type GoodwillWish = z.infer<typeof goodwillSchema>

const fields = [makePointsField(mostPoints), makeReasonField('Kept with the entry in the ledger')]

/** The fields to be filled in. With one points account there is nothing to choose. */
export function makeGoodwillFields(accounts: readonly EnrichedAccount[], written: Written): Field[] {
  return fillFields(accounts.length > 1 ? [makeAccountField(accounts), ...fields] : fields, written)
}

function makeAccountField(accounts: readonly EnrichedAccount[]): BlankField {
  return {
    name: 'account',
    label: 'Account',
    kind: 'choice',
    options: accounts.map(({ accountId, campaign }) => ({
      value: accountId,
      text: `${campaign.campaignName} (${accountId})`,
    })),
  }
}

/** What is wrong, in the order of the fields. The account may have no field to lead to. */
export function listGoodwillErrors(shown: readonly Field[], { errors }: Written): ErrorLine[] {
  const hasField = shown.some(({ name }) => name === 'account')
  const lost = errors['account'] === undefined || hasField ? [] : [{ text: errors['account'] }]
  return [...lost, ...listErrors(shown)]
}
