// What a person has to write: a name, a reason, a reference. One of blanks is as good as none, and would be read as
// somebody's word.
import { z } from 'zod'

const error = 'a text that is not blank'
const seen = /[^\s\p{C}\p{Default_Ignorable_Code_Point}]/u

/** At least one character that can be seen. Editors are told the half that all of them understand. */
export const writtenText = z
  .string()
  .regex(/\S/, { error, abort: true })
  .refine((text) => seen.test(text), error)
