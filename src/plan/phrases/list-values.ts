// Which values a parameter takes, where its pattern is a list of words: `active|suspended` is, `\d+` is not.

/** The words, or null where the pattern says it otherwise. */
export function listValues(regexps: readonly string[]): string[] | null {
  const values = regexps.flatMap((source) => source.replace(/^\((?:\?:)?([^()]*)\)$/, '$1').split('|'))
  return values.every(isPlain) && values.length > 0 ? values : null
}

function isPlain(value: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N} ,'/-]*$/u.test(value)
}
