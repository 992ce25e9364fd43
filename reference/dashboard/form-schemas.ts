// What may be written in the fields that several forms have, and what to say where it may not.
import { z } from 'zod'
import { renderNumber } from './render-values.ts'
import type { BlankField } from './written.ts'

/** What a name, and the reason of a ledger entry, can hold. */
export const longestText = 255

/** Browsers end lines with two characters where people typed one. */
const writtenSchema = z.string().transform((text) => text.replaceAll('\r\n', '\n').trim())

function makeTooLong(what: string): (issue: { readonly input?: unknown }) => string {
  return ({ input }) => {
    const length = typeof input === 'string' ? `; this one has ${renderNumber(input.length)}` : ''
    return `${what} can have at most ${longestText} characters${length}`
  }
}

/** Text that must be there, called `what` where it is too long. */
export function makeTextSchema(missing: string, what: string) {
  return writtenSchema.pipe(
    z
      .string()
      .min(1, missing)
      .max(longestText, { error: makeTooLong(what) }),
  )
}

/** Text that may be left out. */
export function makeOptionalTextSchema(what: string) {
  return writtenSchema.pipe(z.string().max(longestText, { error: makeTooLong(what) }))
}

export const reasonSchema = makeTextSchema('Enter a reason', 'The reason')

/** Whole numbers from one to another, written in digits. */
export function makeNumberSchema(missing: string, { error, ...limits }: Limits & { readonly error: string }) {
  return z
    .string()
    .trim()
    .min(1, { error: missing, abort: true })
    .regex(/^\d{1,10}$/, { error, abort: true })
    .transform(Number)
    .pipe(z.int().min(limits.min, error).max(limits.max, error))
}

type Limits = { readonly min: number; readonly max: number }

/** The same, or nothing. */
export function makeOptionalNumberSchema(limits: Limits & { readonly error: string }) {
  const number = makeNumberSchema('', limits)
  return z.union([z.literal('').transform(() => null), number], { error: limits.error })
}

export function makePointsSchema(what: string, mostPoints: number) {
  const error = `Points must be a whole number from 1 to ${renderNumber(mostPoints)}, such as 50`
  return makeNumberSchema(`Enter how many points to ${what}`, { min: 1, max: mostPoints, error })
}

export function makePointsField(mostPoints: number): BlankField {
  return {
    name: 'points',
    label: 'Points',
    hint: `A whole number from 1 to ${renderNumber(mostPoints)}`,
    kind: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
  }
}

export function makeReasonField(hint: string): BlankField {
  return { name: 'reason', label: 'Reason', hint, kind: 'area' }
}

/** Ids as the platform writes them. */
export function makeIdSchema(error: string) {
  return z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,15}$/, error)
}
