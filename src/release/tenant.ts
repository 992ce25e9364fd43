// Tenants are an axis of every plan: who they are and which services they have is written down once, in policy/tenants.yaml.
import { z } from 'zod'
import { tradingHoursSchema } from './trading-hours.ts'
import { zoneSchema } from './zone.ts'

const name = z.string().min(1)
/** A server on the same machine has no dot in its name. */
const address = z.email({ pattern: z.regexes.html5Email, error: 'an address such as ops@maple.example' })

const dashboardUser = z.strictObject({ user: name, password: name })

/** One client of the platform. Secrets stand as `${NAME}` until the environment has supplied them. */
export const tenantSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'a lower-case id of letters, digits and hyphens'),
  name,
  /** IANA time zone. */
  zone: zoneSchema,
  /** Holiday calendar under policy/calendars/. */
  calendar: name,
  services: z.array(name).min(1),
  clientId: name,
  secret: name,
  /** Who is told of releases and windows. */
  contacts: z.array(address).default([]),
  /** Language of what it is sent: `en`, `de`, or one of policy/texts/. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a language such as "en" or "de"')
    .optional(),
  /** Local wall time, `06:00-23:00`. */
  tradingHours: tradingHoursSchema.optional(),
  /** Who signs in to the dashboard; people of other roles by the role's name. */
  dashboard: dashboardUser.extend({ roles: z.record(name, dashboardUser).default({}) }).optional(),
  /** What the suite has to know of the tenant's own configuration, such as the name of an outlet. */
  data: z.record(name, name).default({}),
})

/** policy/tenants.yaml */
export const tenantsFileSchema = z
  .strictObject({ tenants: z.array(tenantSchema).min(1) })
  .superRefine(({ tenants }, context) => {
    for (const [index, { id }] of tenants.entries())
      if (tenants.findIndex((one) => one.id === id) < index) {
        const path = ['tenants', index, 'id']
        context.issues.push({ code: 'custom', message: 'an id that no other tenant has', input: id, path })
      }
  })

export type Tenant = z.output<typeof tenantSchema>
