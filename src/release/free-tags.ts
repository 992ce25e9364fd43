// Tags of a team's own, written down once with what they mean, so that a misspelt one can be told from a new one.
import { z } from 'zod'

/** policy/tags.yaml, which need not be there. A colon would hide the tag from the report. */
export const tagsFileSchema = z.strictObject({
  tags: z.record(z.string().regex(/^[^\s@:#]+$/, 'a tag without @, colon or space'), z.string().min(1)),
})
