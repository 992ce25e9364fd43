// Money as people write and read it. The platform counts in the smallest unit; all tenants' currencies have hundredths.
import { z } from 'zod'
import { maxAmount } from '../model/fields.ts'

/** `60` or `60.00` → 6000. */
export function makeMoneySchema(missing: string) {
  const error = 'Enter an amount of money, such as 60 or 60.00'
  return z
    .string()
    .trim()
    .min(1, { error: missing, abort: true })
    .regex(/^\d{1,8}(?:\.\d\d)?$/, { error, abort: true })
    .transform(parseMoney)
    .pipe(z.int().max(maxAmount, error))
}

function parseMoney(text: string): number {
  const [whole = '', cents = '00'] = text.split('.')
  return Number(`${whole}${cents}`)
}

export function renderMoney(amount: number): string {
  const digits = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2 })
  return digits.format(amount / 100)
}
