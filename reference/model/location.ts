// Where a transaction happens, as a till says it.
import { z } from 'zod'
import { nameSchema } from './fields.ts'

export const locationSchema = z
  .object({ incomingIdentifier: nameSchema, parentIncomingIdentifier: nameSchema.nullish() })
  .meta({ id: 'Location', description: "Only the client's own outlets are known." })
