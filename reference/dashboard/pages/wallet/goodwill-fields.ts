// The goodwill form: what may be written in it, and what to say where it may not.
import { z } from 'zod'
import type { EnrichedAccount } from '../../../model/account.ts'
import { listErrors, readText, type ErrorLine, type Field } from '../../field.ts'
import { renderNumber } from '../../render-values.ts'

const mostPoints = 10_000
/** What a ledger entry can hold. */
const longestReason = 255

const pointsError = `Points must be a whole number from 1 to ${renderNumber(mostPoints)}, such as 50`

const goodwillSchema = z.object({
  account: z.string().regex(/^[1-9]\d*$/, 'Choose the account that the points go to'),
  points: z
    .string()
    .trim()
    .min(1, { error: 'Enter how many points to give', abort: true })
    .regex(/^\d{1,9}$/, { error: pointsError, abort: true })
    .transform(Number)
    .pipe(z.int().min(1, pointsError).max(mostPoints, pointsError)),
  // Browsers end lines with two characters where people typed one.
  reason: z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, 'Enter a reason').max(longestReason, { error: renderTooLong })),
})

function renderTooLong({ input }: { readonly input?: unknown }): string {
  const length = typeof input === 'string' ? `; this one has ${renderNumber(input.length)}` : ''
  return `The reason can have at most ${longestReason} characters${length}`
}

const names = ['account', 'points', 'reason'] as const

type Texts = Readonly<Record<(typeof names)[number], string>>

export type Written = { readonly texts: Texts; readonly errors: Partial<Texts> }

export type GoodwillWish = z.infer<typeof goodwillSchema>

export const nothingWritten: Written = { texts: { account: '', points: '', reason: '' }, errors: {} }

/** What was asked for, or null where what was written cannot be read as that. */
export function parseGoodwill(fields: unknown): {
  readonly written: Written
  readonly wish: GoodwillWish | null
} {
  const texts: Texts = {
    account: readText(fields, 'account'),
    points: readText(fields, 'points'),
    reason: readText(fields, 'reason'),
  }
  const read = goodwillSchema.safeParse(texts)
  if (read.success) return { written: { texts, errors: {} }, wish: read.data }
  const { fieldErrors } = z.flattenError(read.error)
  const errors = names.flatMap((name) =>
    fieldErrors[name]?.[0] ? [[name, fieldErrors[name][0]] as const] : [],
  )
  return { written: { texts, errors: Object.fromEntries(errors) }, wish: null }
}

/** The fields to be filled in. With one points account there is nothing to choose. */
export function makeGoodwillFields(
  accounts: readonly EnrichedAccount[],
  { texts, errors }: Written,
): Field[] {
  const points: Field = {
    name: 'points',
    label: 'Points',
    hint: `A whole number from 1 to ${renderNumber(mostPoints)}`,
    kind: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
    value: texts.points,
    error: errors.points,
  }
  const reason: Field = {
    name: 'reason',
    label: 'Reason',
    hint: 'Kept with the entry in the ledger',
    kind: 'area',
    value: texts.reason,
    error: errors.reason,
  }
  return accounts.length > 1
    ? [makeAccountField(accounts, { texts, errors }), points, reason]
    : [points, reason]
}

function makeAccountField(accounts: readonly EnrichedAccount[], { texts, errors }: Written): Field {
  return {
    name: 'account',
    label: 'Account',
    kind: 'choice',
    value: texts.account,
    error: errors.account,
    options: accounts.map(({ accountId, campaign }) => ({
      value: accountId,
      text: `${campaign.campaignName} (${accountId})`,
    })),
  }
}

/** What is wrong, in the order of the fields. The account may have no field to lead to. */
export function listGoodwillErrors(fields: readonly Field[], { errors }: Written): ErrorLine[] {
  const hasField = fields.some(({ name }) => name === 'account')
  const lost = errors.account === undefined || hasField ? [] : [{ text: errors.account }]
  return [...lost, ...listErrors(fields)]
}
