// What the run tells its steps: the target, its tenants and what must stay secret. It comes from outside as World
// parameters, so it is read by a schema like everything else that does.
import { z } from 'zod'

const text = z.string()

const dashboardUser = z.object({ user: text, password: text })

const tenantSchema = z.object({
  id: text,
  name: text,
  zone: text,
  services: z.array(text),
  clientId: text,
  secret: text,
  dashboard: dashboardUser.extend({ roles: z.record(text, dashboardUser) }).optional(),
  /** What the suite has to know of the tenant's own configuration, such as an outlet. */
  data: z.record(text, text),
  /** Base URL of each service the tenant has. */
  urls: z.record(text, text),
})

const settingsSchema = z.object({
  runId: text,
  target: z.object({
    name: text,
    services: z.record(text, text),
    offers: z.array(text),
  }),
  /** Where the contract is served, and the file it was written to when the run began; null where it was not served. */
  contract: z.object({ url: text, file: text.nullable() }).nullable(),
  tenants: z.record(text, tenantSchema),
  redact: z.object({ headers: z.array(text), jsonPaths: z.array(text) }),
  /** Values that are never written down, whatever they stand in. */
  secrets: z.array(text),
  trace: z.enum(['on-retry', 'always', 'never']),
  browser: z.object({
    executablePath: text.optional(),
    headless: z.boolean(),
    keepOpen: z.boolean(),
    args: z.array(text),
  }),
  /** Cases of this batch that are not at their first attempt. */
  cases: z.record(text, z.object({ attempt: z.number() })),
})

export type Settings = z.output<typeof settingsSchema>
export type Tenant = Settings['tenants'][string]

/** World parameters as the run hands them over. */
export function parseSettings(parameters: unknown): Settings {
  return settingsSchema.parse(parameters)
}
