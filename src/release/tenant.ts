// Tenants are an axis of every plan: who they are and which services they have is written down once, in policy/tenants.yaml.
import { z } from 'zod'

const name = z.string().min(1)

const dashboardUser = z.strictObject({ user: name, password: name })

/** One client of the platform. Secrets stand as `${NAME}` until the environment has supplied them. */
export const tenantSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'a lower-case id of letters, digits and hyphens'),
  name,
  /** IANA time zone. */
  zone: name,
  /** Holiday calendar under policy/calendars/. */
  calendar: name,
  services: z.array(name).min(1),
  clientId: name,
  secret: name,
  contacts: z.array(name).default([]),
  /** Local wall time, `06:00-23:00`. */
  tradingHours: z
    .string()
    .regex(/^\d\d:\d\d-\d\d:\d\d$/, 'hours such as "06:00-23:00"')
    .optional(),
  /** Who signs in to the dashboard; people of other roles by the role's name. */
  dashboard: dashboardUser.extend({ roles: z.record(name, dashboardUser).default({}) }).optional(),
  /** What the suite has to know of the tenant's own configuration, such as the name of an outlet. */
  data: z.record(name, name).default({}),
})

/** policy/tenants.yaml */
export const tenantsFileSchema = z
  .strictObject({ tenants: z.array(tenantSchema).min(1) })
  .refine(
    ({ tenants }) => new Set(tenants.map(({ id }) => id)).size === tenants.length,
    'tenant ids that are all different',
  )

export type Tenant = z.output<typeof tenantSchema>
