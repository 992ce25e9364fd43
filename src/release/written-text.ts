// What a person has to write: a name, a reason, a reference. One of blanks is as good as none, and would be read as
// somebody's word.
import { z } from 'zod'

const error = 'a text that is not blank'
const seen = /[^\s\p{C}\p{Default_Ignorable_Code_Point}]/u

/** Whether anybody would see something of it. */
export function isSeen(text: string): boolean {
  return seen.test(text)
}

/** At least one character that can be seen. Editors are told the half that all of them understand. */
export const writtenText = z.string().regex(/\S/, { error, abort: true }).refine(isSeen, error)
