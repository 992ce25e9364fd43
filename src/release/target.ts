// A target is a running environment of the candidate; all that Airlock knows of it stands in one file,
// so that another platform needs another file and no other code.
import { z } from 'zod'
import { longestSeconds } from './longest.ts'

const text = z.string().min(1)

function isPattern(written: string): boolean {
  try {
    // One that fits no text at all fits between any two letters.
    return !new RegExp(written).test('')
  } catch {
    // Told with its line by whoever reads the file.
    return false
  }
}

/** Where code is, where a target file says nothing of it. A project need not have both. */
export const usualCode: readonly string[] = ['support', 'steps']

/** policy/targets/<name>.yaml. Paths are relative to the project's root. */
export const targetSchema = z.strictObject({
  name: text,
  /** Command that starts the target; it prints one JSON line whose `environment` supplies `${NAME}` values. */
  start: z.array(text).min(1).optional(),
  /** A file in which a target that is up already leaves its ready line and its `pid`; quick runs then use that one. */
  running: text.optional(),
  startTimeoutSeconds: z.number().positive().max(longestSeconds).default(60),
  /** Base URL of each service; `{tenant.id}` and `{tenant.clientId}` stand for the tenant's own. */
  services: z.record(text, text).refine((all) => Object.keys(all).length > 0, 'at least one service'),
  /** Where a service tells which build it is. `version` and `digest` are JSON paths such as `$.version`. */
  identity: z.strictObject({
    url: text,
    version: text,
    digest: text.optional(),
    headers: z.record(text, text).default({}),
  }),
  openapi: text.optional(),
  /** What scenarios tagged `@needs:<name>` may rely on. */
  offers: z.array(text).default([]),
  /** Named faults it can be started with: the command that lists them, and the variable that switches one on. */
  faults: z.strictObject({ list: z.array(text).min(1), variable: text }).optional(),
  upgrade: z.strictObject({ command: z.array(text).min(1) }).optional(),
  /** What must never be written down, besides the secrets of this file and of the tenants. */
  redact: z
    .strictObject({
      headers: z.array(text).default([]),
      jsonPaths: z.array(text).default([]),
      /** Regular expressions, searched in everything that is written. */
      patterns: z.array(text.refine(isPattern, 'a regular expression that fits no empty text')).default([]),
    })
    .prefault({}),
  limits: z
    .strictObject({
      /** A case that takes longer has its worker ended. */
      caseSeconds: z.number().positive().max(longestSeconds).default(30),
      /** Steps and support code that take longer are not waited for. */
      loadSeconds: z.number().positive().max(longestSeconds).default(60),
      workerMemoryMb: z.number().int().min(64).default(512),
    })
    .prefault({}),
  features: z.array(text).min(1).default(['features']),
  /** Folders of steps and support code. */
  code: z
    .array(text)
    .min(1)
    .default([...usualCode]),
  tenants: text.default('policy/tenants.yaml'),
  /**
   * Folder of an example, for a platform that exists to be shown: where a project has no release, one is written of it
   * for each run, on whatever day that is, and clients are told at a mail server of Airlock's own.
   */
  example: text.optional(),
})

export type Target = z.output<typeof targetSchema>
