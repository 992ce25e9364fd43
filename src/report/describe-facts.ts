// Findings carry data; here any rule's data becomes a short phrase that a reader without the code can follow.
import type { z } from 'zod'

type Json = z.core.util.JSONType

const mostItems = 5

/** `{ tests: 174, failed: 2, broken: 0 }` → `174 tests · 2 failed`: what is nothing is left out beside what is something. */
export function describeFacts(facts: Json): string {
  if (facts === null || typeof facts !== 'object' || Array.isArray(facts)) return describeValue(facts)
  const entries = Object.entries(facts).filter(([, value]) => value !== null)
  const telling = entries.filter(([, value]) => isSomething(value))
  const shown = telling.length > 0 ? telling : entries
  return shown.length === 0
    ? 'nothing'
    : shown.map(([key, value]) => describeFact(spellOut(key), value)).join(' · ')
}

function isSomething(value: Json): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== 0 && value !== false && value !== ''
}

function describeFact(name: string, value: Json): string {
  if (value === 0 || (Array.isArray(value) && value.length === 0)) return `no ${name}`
  if (typeof value === 'number') return `${value.toLocaleString('en')} ${name}`
  if (typeof value === 'boolean') return value ? name : `not ${name}`
  return `${name}: ${describeValue(value)}`
}

function describeValue(value: Json): string {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return describeList(value)
  return typeof value === 'object' ? describeFacts(value) : String(value)
}

function describeList(values: readonly Json[]): string {
  if (values.length === 0) return 'none'
  const shown = values.slice(0, mostItems).map(describeValue).join(', ')
  return values.length > mostItems ? `${shown} and ${values.length - mostItems} more` : shown
}

/** `maxAgeMinutes` → `max age minutes`. */
function spellOut(key: string): string {
  return key.replaceAll(
    /([a-z0-9])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  )
}
