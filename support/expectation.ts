// What a step expects, told so that its first line already says what is wrong: names, expected and found, and of a large
// thing only what differs in it.
import { AssertionError } from 'node:assert'
import { isDeepStrictEqual } from 'node:util'
import microdiff from 'microdiff'
import { shorten } from './shorten.ts'

const mostDifferences = 3

/** Fails unless both are the same; `what` names what is looked at. */
export function expectSame(what: string, found: unknown, expected: unknown): void {
  if (isDeepStrictEqual(found, expected)) return
  const message = `${what}: ${describe(found, expected)}`
  throw new AssertionError({ message, actual: found, expected, operator: 'same' })
}

function describe(found: unknown, expected: unknown): string {
  if (!isObject(found) || !isObject(expected)) return `expected ${show(expected)}, found ${show(found)}`
  const differences = microdiff(toTree(expected), toTree(found), { cyclesFix: false }).map(
    (difference) =>
      `${difference.path.join('.')} expected ${show('oldValue' in difference ? difference.oldValue : undefined)}, ` +
      `found ${show('value' in difference ? difference.value : undefined)}`,
  )
  const more = differences.length - mostDifferences
  return [...differences.slice(0, mostDifferences), ...(more > 0 ? [`and ${more} more`] : [])].join('; ')
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function toTree(value: object): Record<string, unknown> | unknown[] {
  return Array.isArray(value) ? value : { ...value }
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  return shorten(JSON.stringify(value) ?? typeof value)
}
