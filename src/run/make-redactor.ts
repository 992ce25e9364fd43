// Secrets leave no process: every text a run writes goes through here first, whatever wrote it.

export type Redact = (text: string) => string

const shortestSecret = 6
export const redactedMark = '[redacted]'

/**
 * Text → the same text without the secrets, in the spellings in which they travel: plain, JSON, URL, base64 and bytes;
 * and without anything that looks as one of the patterns says.
 */
export function makeRedactor(secrets: readonly string[], patterns: readonly string[] = []): Redact {
  const spellings = new Set(secrets.filter(({ length }) => length >= shortestSecret).flatMap(spell))
  const longestFirst = [...spellings].toSorted((a, b) => b.length - a.length || Number(a > b))
  const all = [
    ...longestFirst.map((spelling) => RegExp.escape(spelling)),
    ...patterns.map((pattern) => `(?:${pattern})`),
  ]
  if (all.length === 0) return (text) => text
  const found = new RegExp(all.join('|'), 'g')
  return (text) => text.replace(found, redactedMark)
}

function spell(secret: string): string[] {
  const base64 = Buffer.from(secret).toString('base64')
  // As it looks to whoever reads its bytes one by one.
  const bytes = Buffer.from(secret).toString('latin1')
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), base64, bytes]
}
