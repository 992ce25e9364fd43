// Facts of a finding → words. A verdict may have been written by another version, so nothing is taken for granted.
import type { Finding } from '../gate/verdict.ts'
import { isInstant } from '../release/instant.ts'
import { longest } from '../release/longest.ts'

export type FoundFacts = Readonly<Record<string, Finding['actual']>>

/** What a rule expected and what it found, in words. */
export type Words = {
  readonly expected: (expected: FoundFacts) => string
  readonly found: (actual: FoundFacts) => string
}

export function number(facts: FoundFacts, key: string): number {
  const fact = facts[key]
  return typeof fact === 'number' ? fact : 0
}

export function text(facts: FoundFacts, key: string): string {
  const fact = facts[key]
  return typeof fact === 'string' ? fact : ''
}

export function list(facts: FoundFacts, key: string): string[] {
  const fact = facts[key]
  return Array.isArray(fact) ? fact.map(String) : []
}

/** `1 test`, `2 tests`; words that do not take an s are written `retry|retries`. */
export function count(facts: FoundFacts, key: string, words: string): string {
  const found = number(facts, key)
  const [one = '', many = `${one}s`] = words.split('|')
  return `${found} ${found === 1 ? one : many}`
}

/** The parts that hold something, joined. */
export function some(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}

/** An instant to the minute. */
export function renderTime(instant: string): string {
  const [date = '', time = ''] = instant.split('T')
  return `${date} ${time.slice(0, 5)} UTC`
}

/** Milliseconds since 1970 to the minute; what no calendar has is shown as the number it is. */
export function renderMoment(ms: number): string {
  return isInstant(ms)
    ? renderTime(Temporal.Instant.fromEpochMilliseconds(Math.round(ms)).toString())
    : `at ${ms}, which is no time`
}

/** A length of time in the units that fit it, to the minute: it is compared with limits that are told the same way. */
export function age(minutes: number): string {
  if (minutes < 1) return 'less than a minute'
  const whole = Math.round(minutes)
  if (whole < 120) return `${whole} min`
  const hours = Math.floor(whole / 60)
  const rest = tell(whole % 60, ' min')
  if (hours < 72) return `${hours} h${rest}`
  const days = Math.round(hours / 24)
  if (hours < 10 * 24) return `${Math.floor(hours / 24)} days${tell(hours % 24, ' h')}${rest}`
  return days <= longest.days * 10 ? `${days} days` : 'more than a hundred years'
}

function tell(count: number, unit: string): string {
  return count === 0 ? '' : ` ${count}${unit}`
}

/** A number with its word, or nothing where there is none. */
export function part(facts: FoundFacts, key: string, words: string): string {
  return number(facts, key) === 0 ? '' : count(facts, key, words)
}

/** What it was compared with, or why it was not. */
export function describeHistory(a: FoundFacts): string {
  if (text(a, 'problem') !== '') return `the history cannot be read: ${text(a, 'problem')}`
  return text(a, 'baseline') === '' ? 'no earlier release' : `compared with ${text(a, 'baseline')}`
}
