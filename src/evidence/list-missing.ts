// Which parts of a whole are not there. Whoever wrote the total may have written any number, so that the list has an end
// long before it, and still names at least one wherever one is missing.

const longest = 100

/** The first numbers from 1 to the total that are not among those that are there. */
export function listMissing(there: Iterable<number>, total: number): number[] {
  const known = new Set(there)
  const missing: number[] = []
  for (let index = 1; index <= total && missing.length < longest; index++)
    if (!known.has(index)) missing.push(index)
  return missing
}
