// Causes are kept by their first lines only, so that a hundred thousand results fit into memory.
const longestMessage = 600

/** A copy and no slice: a slice would keep the whole text in memory. */
export function shortenMessage(text: string): string {
  if (text.length <= longestMessage) return text.trim()
  return Buffer.from(text.slice(0, longestMessage).trim()).toString()
}
