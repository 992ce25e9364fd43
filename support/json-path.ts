// Places in an answer, as scenarios name them: `results[0].id`. Names between dots, whole numbers in brackets, and
// nothing else: whoever needs more than that wants a phrase of the business.

type JsonStep = string | number

/** `$.results[0].id` or `results[0].id` → results, 0, id; `$` → the whole answer. Throws where it is no path. */
export function parseJsonPath(text: string): JsonStep[] {
  const path = text.replace(/^\$\.?/, '')
  if (path === '') return []
  if (!/^(?:[^.[\]]+|\[\d+\])(?:\.[^.[\]]+|\[\d+\])*$/.test(path)) {
    throw new Error(`"${text}" is no place in an answer, as "results[0].id" is.`)
  }
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, index]) =>
    index === undefined ? name : Number(index),
  )
}

/** What stands at that place; undefined where nothing does. */
export function readAt(value: unknown, path: readonly JsonStep[]): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (typeof inner !== 'object' || inner === null) return undefined
    // A list has no names but its numbers: its length is not something that was answered.
    if (Array.isArray(inner) !== (typeof step === 'number') || !Object.hasOwn(inner, step)) return undefined
    return (inner as Record<string, unknown>)[step]
  }, value)
}
