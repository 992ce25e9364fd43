// Reads the fields of values whose writer is unknown. A wrong type never throws and never passes in silence: it
// becomes a flaw, and the field counts as absent. Written by hand because a schema library takes many times as
// long, and there may be a hundred thousand files.

export type Flaw = { readonly path: string; readonly received: string }
export type Fields = Readonly<Record<string, unknown>>
export type Flaws = { add(path: string, value: unknown): void }

/** A list of flaws that is filled while a file is read. */
export function makeFlaws(): Flaws & { readonly found: Flaw[] } {
  const found: Flaw[] = []
  return { found, add: (path, value) => found.push({ path, received: describe(value) }) }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Absent and null are no flaw: writers differ in that. */
export function readText(from: Fields, key: string, flaws: Flaws): string | null {
  const value = from[key]
  if (typeof value === 'string') return value
  if (value !== undefined && value !== null) flaws.add(key, value)
  return null
}

/** Milliseconds; a text of digits counts as a number, as it does in Allure 2. */
export function readTime(from: Fields, key: string, flaws: Flaws): number | null {
  const value = from[key]
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return Number(value)
  if (value !== undefined && value !== null) flaws.add(key, value)
  return null
}

/** The objects of a list. A null list and a null entry are flaws: a null list ends Allure 2's generator. */
export function readList(from: Fields, key: string, flaws: Flaws): readonly Fields[] {
  const value = from[key]
  if (value === undefined) return nothing
  if (!Array.isArray(value)) {
    flaws.add(key, value)
    return nothing
  }
  if (value.every(isFields)) return value
  flaws.add(
    `${key}[]`,
    value.find((entry) => !isFields(entry)),
  )
  return value.filter(isFields)
}

const nothing: readonly Fields[] = []

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : (JSON.stringify(value)?.slice(0, 60) ?? typeof value)
}
