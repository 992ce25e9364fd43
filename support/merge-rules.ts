// Rules for the API that come together piece by piece, as a table says them row by row.

/** Objects within objects are put together; anything else of the second takes the first's place. */
export function mergeRules(first: object, second: object): object {
  const merged = Object.entries(second).map(([key, value]) => {
    const known: unknown = Reflect.get(first, key)
    return [key, isObject(known) && isObject(value) ? mergeRules(known, value) : value]
  })
  return { ...first, ...(Object.fromEntries(merged) as object) }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
