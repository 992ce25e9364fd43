// Fields that several entities share, so that an id or an empty map is written in one way everywhere.
import { z } from 'zod'

/** Ids are decimal strings, unique over all tenants and kinds. */
export const idSchema = z
  .string()
  .regex(/^[1-9]\d{0,15}$/)
  .meta({ id: 'Id', examples: ['100000042'] })

const shortText = z.string().max(255)

/** What clients may store with an entity. */
export const metaInputSchema = z.record(shortText, shortText).or(z.array(z.never()).length(0))

/** Maps answer `[]` while they are empty, as the platform's serialiser always has. */
export const metaSchema = z.union([z.array(z.never()).length(0), z.record(z.string(), z.string())]).meta({
  id: 'Map',
  description: 'An empty list while empty, else an object.',
})

export type Meta = z.infer<typeof metaSchema>

export const emptyListSchema = z.array(z.unknown())

export const nameSchema = z.string().trim().min(1).max(255)

/** Amounts and points are whole numbers in the smallest unit; the limit is that of a 32-bit integer. */
export const maxAmount = 2_147_483_647

export const amountSchema = z.int().min(0).max(maxAmount)

export type MetaInput = z.infer<typeof metaInputSchema>

export function makeMeta(input: MetaInput | undefined): Meta {
  return input && Object.keys(input).length > 0 ? input : []
}
