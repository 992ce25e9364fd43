// Tag expressions stand in policies and in flags; one that cannot be read chooses nothing, and must not do so unseen.
import parseTagExpression from '@cucumber/tag-expressions'
import { z } from 'zod'

/** What is wrong with a tag expression; null where nothing is. */
export function findTagProblem(text: string): string | null {
  try {
    parseTagExpression(text)
    return text.trim() === '' ? 'no tag at all' : findBareWord(text)
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? text) : text
  }
}

const operators = new Set(['and', 'or', 'not'])

/** No scenario has a tag without its sign: `not slow` would leave nothing out. */
function findBareWord(text: string): string | null {
  const words = text.match(/(?:\\.|[^\s()\\])+/g) ?? []
  const bare = words.find((word) => !word.startsWith('@') && !operators.has(word))
  return bare === undefined ? null : `"${bare}", which begins with no @`
}

export const tagExpressionSchema = z
  .string()
  .min(1)
  .refine((text) => findTagProblem(text) === null, 'a tag expression such as @smoke and not @slow')
