// Names in a sentence, as many as a reader will look at: three hundred tenants would hide what is said of them.
const most = 12

/** The first of them, and how many more there are. */
export function nameFew(names: readonly string[]): string[] {
  // A word that says "one more" would take the place of that one.
  if (names.length <= most + 1) return [...names]
  return [...names.slice(0, most), `and ${names.length - most} more`]
}
