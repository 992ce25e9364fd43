// What all cases of a tenant notice is done where none of them runs meanwhile; a tag that was forgotten would make others
// red or green by chance.

const locks = ['@lock:tenant', '@lock:*']

/** Throws unless one of the tags keeps the tenant's other cases away; `what` is what they would notice. */
export function requireLock(tags: readonly string[], what: string): void {
  if (locks.some((lock) => tags.includes(lock))) return
  throw new Error(`${what} is noticed by all cases of the tenant: the scenario needs the tag @lock:tenant.`)
}
