// What a team writes into policy/waivers.yaml: a rule that need not hold for a while, for everything or for some cases
// or tenants, each with somebody who answers for it and an end.
import { z } from 'zod'
import { parseYaml } from './parse-document.ts'
import type { Parsed } from './problem.ts'
import { writtenText as text } from './written-text.ts'

export const longestWaiverDays = 30

const date = z.iso.date('a date such as 2026-11-30')
const some = z.array(text).min(1, 'at least one, or no such key').optional()

export const waiverSchema = z
  .strictObject({
    rule: text,
    /** Ids of cases, or names of scenarios; without it, every case. */
    cases: some.describe('Ids of cases or names of scenarios; without it, every case'),
    tenants: some.describe('Ids of tenants; without it, every tenant'),
    reason: text,
    owner: text,
    link: z.url({ protocol: /^https?$/, error: 'an address that starts with https://' }),
    created: date,
    expires: date.describe('The last day on which it counts, in UTC; at most 30 days after created'),
  })
  .superRefine(({ created, expires }, context) => {
    // A day that is none has been told of already.
    if (![created, expires].every((day) => date.safeParse(day).success)) return
    const days = Temporal.PlainDate.from(created).until(expires).total('days')
    if (days >= 0 && days <= longestWaiverDays) return
    const message = `a day from \`created\` to ${longestWaiverDays} days after it`
    context.issues.push({ code: 'custom', message, input: expires, path: ['expires'] })
  })

export type Waiver = z.output<typeof waiverSchema>

/** A list of waivers, for the rules there are. */
function makeWaiversSchema(known: readonly string[]) {
  return z.array(waiverSchema).superRefine((waivers, context) => {
    for (const [index, { rule }] of waivers.entries()) {
      if (known.includes(rule)) continue
      const message = `a rule, one of ${known.join(', ')}`
      context.issues.push({ code: 'custom', message, input: rule, path: [index, 'rule'] })
    }
  })
}

/**
 * A checked list, or everything that is wrong with the file; an empty file is an empty list. Without the rules there
 * are, any may be named.
 */
export function parseWaivers(
  source: { readonly file: string; readonly text: string },
  known?: readonly string[],
): Parsed<Waiver[]> {
  const isEmpty = source.text.split('\n').every((line) => /^\s*(#.*)?$/.test(line))
  const whole = isEmpty ? { ...source, text: '[]' } : source
  return parseYaml(whole, known ? makeWaiversSchema(known) : z.array(waiverSchema))
}
