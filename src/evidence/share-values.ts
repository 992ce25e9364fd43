// Thousands of results carry the same tags and parameters. Held once each, they take a fifth less memory.
import type { NamedValue } from './read-result.ts'

export type Shared = {
  texts(list: string[]): string[]
  values(list: NamedValue[]): NamedValue[]
  text(text: string): string
  /** What was made of this text; made once. */
  made(text: string, make: (text: string) => string): string
}

/** Beyond so many different ones there is nothing to share. */
const most = 5000

/** Gives back what was seen before wherever it is the same. One for each folder that is read. */
export function shareValues(): Shared {
  const seen = new Map<string, unknown>()
  const made = new Map<string, string>()
  const share = <T>(value: T, key: string): T => {
    const known = seen.get(key)
    // Keys name their kind and hold all that they stand for, so what stands under one is the same and of the same type.
    if (known !== undefined) return known as T
    if (seen.size < most) seen.set(key, value)
    return value
  }
  return {
    texts: (list) => share(list, `t${JSON.stringify(list)}`),
    values: (list) => share(list, `v${JSON.stringify(list)}`),
    text: (text) => share(text, `s${text}`),
    made(text, make) {
      const known = made.get(text)
      if (known !== undefined) return known
      const value = make(text)
      if (made.size < most) made.set(text, value)
      return value
    },
  }
}
