// Places in the last answer: what stands there, and what of it is remembered under a name.
import { parseJsonPath, readAt } from '../json-path.ts'
import { fillText, fillValue, showValue } from '../placeholders.ts'
import type { AirlockWorld } from '../world.ts'
import { findValue, lastAnswer, values, type Answered } from './http.ts'
import { shorten } from '../shorten.ts'

export function rememberPart(world: AirlockWorld, path: string, name: string): void {
  const value = readExact(lastAnswer(world), path)
  if (value === undefined)
    throw new Error(`${describePart(path)}: there is nothing to remember as "${name}".`)
  world.memory.keep(values, name, value)
}

export function rememberHeader(world: AirlockWorld, header: string, name: string): void {
  const value = lastAnswer(world).headers[header.toLowerCase()]
  if (value === undefined)
    throw new Error(`The header "${header}": there is nothing to remember as "${name}".`)
  world.memory.keep(values, name, value)
}

/** What a scenario expects, with the names in it filled in. */
export function expectedValue(world: AirlockWorld, value: unknown): unknown {
  return fillValue(value, findValue(world))
}

export function expectedText(world: AirlockWorld, text: string): string {
  return fillText(text, findValue(world))
}

/** A pattern; what is filled in stands for itself, whatever signs are in it. */
export function expectedPattern(world: AirlockWorld, pattern: string): string {
  return fillText(pattern, findValue(world), (value) => RegExp.escape(showValue(value)))
}

export function describePart(path: string): string {
  return `"${path}" of the answer`
}

export function readPart({ name, text }: Answered, path: string): unknown {
  return readAt(parseAnswer(name, text), parseJsonPath(path))
}

/** The same where its digits count. Longer whole numbers are read as the nearest there is: two ids would be alike. */
export function readExact(answer: Answered, path: string): unknown {
  const value = readPart(answer, path)
  if (!hasLongNumber(value)) return value
  throw new Error(
    `${describePart(path)}: a whole number of so many digits cannot be told from the next; look for it in the text of the answer.`,
  )
}

function hasLongNumber(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(hasLongNumber)
  return Number.isInteger(value) && !Number.isSafeInteger(value)
}

/** What that place would stand in, and whether it has such places. What is null has none, and says so. */
export function readAround({ name, text }: Answered, path: string): readonly [unknown, boolean] {
  const steps = parseJsonPath(path)
  const around = readAt(parseAnswer(name, text), steps.slice(0, -1))
  const isList = typeof steps.at(-1) === 'number'
  return [around, typeof around === 'object' && (around === null || Array.isArray(around) === isList)]
}

function parseAnswer(name: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    throw new Error(`The answer of ${name} is no JSON: ${shorten(text) || 'it is empty'}`, { cause })
  }
}
