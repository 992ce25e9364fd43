// The one order of texts: by code units, so that it is the same on every machine and in every language.

/** Negative, 0 or positive, as `toSorted` wants it. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** A comparison by a text of each; those with equal texts keep their places. */
export function byText<T>(textOf: (one: T) => string): (a: T, b: T) => number {
  return (a, b) => compareTexts(textOf(a), textOf(b))
}
