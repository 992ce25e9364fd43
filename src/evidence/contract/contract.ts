// The document that a platform serves about itself, as far as coverage and comparison need it. OpenAPI 3.1,
// https://spec.openapis.org/oas/v3.1.1.html
import { z } from 'zod'

/** openapi.json */
export const contractSchema = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()).default({}) }).prefault({}),
})

export type Contract = z.output<typeof contractSchema>
