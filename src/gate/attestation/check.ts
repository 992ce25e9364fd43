// What `airlock verify` answers with: one line a check, what was asked for and what was found. `verification.json` is
// for pipelines that keep it.
import { z } from 'zod'

export const checkIds = [
  'envelope',
  'signature',
  'payload-type',
  'predicate-type',
  'statement',
  'artifact',
  'verdict',
  'environment',
  'kind',
  'age',
  'window',
  'policy',
  'policy-files',
  'running-candidate',
  'time',
] as const
export type CheckId = (typeof checkIds)[number]

export const checkSchema = z.strictObject({
  check: z.enum(checkIds),
  ok: z.boolean(),
  expected: z.string(),
  found: z.string(),
})
export type Check = z.output<typeof checkSchema>

export const exceptionSchema = z.strictObject({
  kind: z.enum(['waiver', 'quarantine']),
  /** The rule that is waived; the scenario in quarantine. */
  name: z.string(),
  owner: z.string(),
  /** The last day on which it counts. */
  expires: z.string(),
})
export type Exception = z.output<typeof exceptionSchema>

/** What `airlock verify --json` prints. */
export const verificationSchema = z.strictObject({
  schema: z.literal('airlock.verification/1'),
  /** True if every check holds: the only state to deploy in. */
  verified: z.boolean(),
  /** The time was given by hand; such a verification never holds. */
  preview: z.boolean(),
  checkedAt: z.string(),
  checks: z.array(checkSchema),
  /** Waivers and cases in quarantine that the verdict rests on: no check, and somebody's word. */
  exceptions: z.array(exceptionSchema),
})
export type Verification = z.output<typeof verificationSchema>

/** What a check found, and whether that will do. */
export type Answer = { readonly ok: boolean; readonly found: string }

const longestFound = 300

export function makeCheck(check: CheckId, expected: string, { ok, found }: Answer): Check {
  return { check, ok, expected, found: makeHarmless(found) }
}

/** What is found may come from anybody: it must neither steer a terminal nor fill it. */
export function makeHarmless(found: string): string {
  const shown = found.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
  return shown.length > longestFound ? `${shown.slice(0, longestFound)}…` : shown
}
