// Tag expressions stand in policies and in flags; one that cannot be read chooses nothing, and must not do so unseen.
import parseTagExpression from '@cucumber/tag-expressions'
import { z } from 'zod'

/** What is wrong with a tag expression; null where nothing is. */
export function findTagProblem(text: string): string | null {
  try {
    parseTagExpression(text)
    return text.trim() === '' ? 'no tag at all' : null
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? text) : text
  }
}

export const tagExpressionSchema = z
  .string()
  .min(1)
  .refine((text) => findTagProblem(text) === null, 'a tag expression such as @smoke and not @slow')
