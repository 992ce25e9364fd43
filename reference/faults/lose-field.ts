// The fault `field-lost`: a serialiser that forgets a field. It works after the answer was held against its schema,
// as a library upgrade would.

export function loseField(value: unknown, field: string): unknown {
  if (Array.isArray(value)) return value.map((item) => loseField(item, field))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => key !== field)
  return Object.fromEntries(kept.map(([key, inner]) => [key, loseField(inner, field)]))
}
