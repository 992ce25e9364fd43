// What a scenario in the words of HTTP expects of the last answer. Each failure names the place, what was expected there
// and what was found.
import assert, { AssertionError } from 'node:assert'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { isDeepStrictEqual } from 'node:util'
import { expectSame } from '../expectation.ts'
import type { AirlockWorld } from '../world.ts'
import {
  describePart,
  expectedPattern,
  expectedText,
  expectedValue,
  readAround,
  readExact,
  readPart,
} from './answer-parts.ts'
import { lastAnswer, type Answered } from './http.ts'
import { shorten } from '../shorten.ts'

export function assertStatus(world: AirlockWorld, expected: number): void {
  const answer = lastAnswer(world)
  // Somebody has asked: it is nobody's surprise any more. What else was refused still is.
  world.conversation.forgetRefusal(answer.name)
  judgeStatus(answer, expected)
}

export function judgeStatus({ name, status, text }: Answered, expected: number): void {
  const said = status >= 400 && text !== '' ? `, which answered ${shorten(text)}` : ''
  expectSame(`the status of ${name}${said}`, status, expected)
}

export function assertPart(world: AirlockWorld, path: string, expected: unknown): void {
  expectSame(describePart(path), readExact(lastAnswer(world), path), expectedValue(world, expected))
}

export function assertPartAbsent(world: AirlockWorld, path: string): void {
  const answer = lastAnswer(world)
  const [around, isRoom] = readAround(answer, path)
  // Where nothing is that it could stand in, something else was looked at: a name is misspelt, or a list is empty.
  assert.ok(isRoom, `${describePart(path)}: nothing can be missing in ${show(around)}`)
  expectSame(describePart(path), readPart(answer, path), undefined)
}

export function assertPartMatches(world: AirlockWorld, path: string, pattern: string): void {
  assertMatches(world, [describePart(path), readPart(lastAnswer(world), path)], pattern)
}

function assertMatches(
  world: AirlockWorld,
  [what, found]: readonly [string, unknown],
  pattern: string,
): void {
  const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? 'nothing')
  // What is null has no text, though it is written with four letters.
  const hasText = found !== undefined && found !== null
  if (hasText && new RegExp(expectedPattern(world, pattern), 'u').test(text)) return
  const expected = expectedText(world, pattern)
  fail(`${what}: expected something that matches ${expected}, found ${text}`, found, expected)
}

export function assertEntries(world: AirlockWorld, path: string, count: number): void {
  const found = readPart(lastAnswer(world), path)
  assert.ok(Array.isArray(found), `${describePart(path)}: expected a list, found ${show(found)}`)
  expectSame(`the number of entries in ${describePart(path)}`, found.length, count)
}

/** A text that contains a text, or a list with an entry that has at least everything that is expected. */
export function assertContains(world: AirlockWorld, path: string, written: unknown): void {
  const found = readExact(lastAnswer(world), path)
  const expected = expectedValue(world, written)
  const isThere = Array.isArray(found)
    ? found.some((entry) => includes(entry, expected))
    : typeof found === 'string' && typeof expected === 'string' && hasWithin(found, expected)
  if (isThere) return
  fail(`${describePart(path)}: expected ${show(expected)} in it, found ${show(found)}`, found, expected)
}

function hasWithin(text: string, part: string): boolean {
  if (part === '') throw new Error('Every text contains "". Say what must be in it.')
  return text.includes(part)
}

function includes(found: unknown, expected: unknown): boolean {
  if (!isObject(expected) || !isObject(found)) return isDeepStrictEqual(found, expected)
  return Object.entries(expected).every(([name, value]) => includes(found[name], value))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function assertTextContains(world: AirlockWorld, written: string): void {
  const { name, text } = lastAnswer(world)
  const expected = expectedText(world, written)
  if (hasWithin(text, expected)) return
  fail(`the answer of ${name}: expected ${show(expected)} in it, found ${show(text)}`, text, expected)
}

export function assertHeader(world: AirlockWorld, header: string, expected: string): void {
  expectSame(`the header "${header}"`, readHeader(world, header), expectedText(world, expected))
}

export function assertHeaderMatches(world: AirlockWorld, header: string, pattern: string): void {
  assertMatches(world, [`the header "${header}"`, readHeader(world, header)], pattern)
}

export function assertHeaderAbsent(world: AirlockWorld, header: string): void {
  expectSame(`the header "${header}"`, readHeader(world, header), undefined)
}

function readHeader(world: AirlockWorld, header: string): string | undefined {
  return lastAnswer(world).headers[header.toLowerCase()]
}

/** A word that JSON Schema does not have is refused: it would ask for nothing. */
function compileSchema(written: string): ValidateFunction {
  const ajv = addFormats.default(new Ajv2020({ strict: false, strictSchema: true, allErrors: true }))
  try {
    return ajv.compile(JSON.parse(written) as object)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The schema cannot be used: ${reason}`, { cause })
  }
}

export function assertFitsSchema(world: AirlockWorld, written: string): void {
  const answer = lastAnswer(world)
  const validate = compileSchema(written)
  if (validate(readPart(answer, '$'))) return
  const problems = (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || 'the answer'} ${message ?? 'is wrong'}`,
  )
  fail(`The answer of ${answer.name} does not fit the schema: ${problems.join('; ')}`, answer.text, written)
}

/** Answers are held against the contract whenever one is served; here it must know the operation, too. */
export async function assertFitsContract(world: AirlockWorld): Promise<void> {
  const { name, method, path, status, headers, text } = lastAnswer(world)
  const contract = await world.conversation.contract()
  if (!contract) throw new Error('The target names no contract: its file has no `openapi`.')
  const contentType = headers['content-type'] ?? ''
  const { operationId, problems } = contract.recognise({ method, path, status, contentType, text })
  assert.ok(operationId !== null, `The contract knows no operation ${name}`)
  expectSame(`what of the answer of ${name} breaks the contract`, problems, [])
}

function fail(message: string, actual: unknown, expected: unknown): never {
  throw new AssertionError({ message, actual, expected, operator: 'same' })
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : shorten(JSON.stringify(value))
}
