// What a team writes into policy/quarantine.yaml: cases that may fail for a while, each with somebody who answers for
// it and an end. Whether an entry is still good is for the gate to say; here it only has to be written right.
import { z } from 'zod'
import { parseYaml } from './parse-document.ts'
import type { Parsed, Problem } from './problem.ts'
import { writtenText as text } from './written-text.ts'

const date = z.iso.date('a date such as 2026-11-30')

export const quarantineEntrySchema = z
  .strictObject({
    /** Id of one case; or feature and scenario, for every tenant and example, or for one tenant. */
    case: text.optional(),
    /** The file below the project, or the name of the feature. */
    feature: text.optional(),
    scenario: text.optional(),
    tenant: text.optional(),
    owner: text,
    link: z.url({ protocol: /^https?$/, error: 'an address that starts with https://' }),
    reason: text,
    created: date,
    /** The last day on which it counts, in UTC. */
    expires: date,
  })
  .superRefine((entry, context) => {
    const isCase = entry.case !== undefined
    const names = [entry.feature, entry.scenario].filter((name) => name !== undefined).length
    const isNamed = isCase ? names === 0 && entry.tenant === undefined : names === 2
    const message = 'either a case, or feature and scenario (and a tenant)'
    if (!isNamed) context.addIssue({ code: 'custom', message, path: [] })
    if (date.safeParse(entry.expires).success && entry.expires < entry.created)
      context.addIssue({ code: 'custom', message: 'a day not before `created`', path: ['expires'] })
  })

export const quarantineSchema = z.array(quarantineEntrySchema)

export type QuarantineEntry = z.output<typeof quarantineEntrySchema>

/** The file as it was read. One that is not right has problems and no entries: it excuses nothing. */
export type WrittenQuarantine = {
  readonly entries: readonly QuarantineEntry[]
  readonly problems: readonly Problem[]
}

/** A checked list, or everything that is wrong with the file; an empty file is an empty list. */
export function parseQuarantine(source: {
  readonly file: string
  readonly text: string
}): Parsed<QuarantineEntry[]> {
  const isEmpty = source.text.split('\n').every((line) => /^\s*(#.*)?$/.test(line))
  return parseYaml(isEmpty ? { ...source, text: '[]' } : source, quarantineSchema)
}
