// Secrets leave no process: every text a run writes goes through here first, whatever wrote it.

export type Redact = (text: string) => string

const shortestSecret = 6
export const redactedMark = '[redacted]'

/** Text → the same text without the secrets, in the spellings in which they travel: plain, JSON, URL, base64 and bytes. */
export function makeRedactor(secrets: readonly string[]): Redact {
  const spellings = new Set(secrets.filter(({ length }) => length >= shortestSecret).flatMap(spell))
  if (spellings.size === 0) return (text) => text
  const longestFirst = [...spellings].toSorted((a, b) => b.length - a.length || Number(a > b))
  const pattern = new RegExp(longestFirst.map(escape).join('|'), 'g')
  return (text) => text.replace(pattern, redactedMark)
}

function spell(secret: string): string[] {
  const base64 = Buffer.from(secret).toString('base64')
  // As it looks to whoever reads its bytes one by one.
  const bytes = Buffer.from(secret).toString('latin1')
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), base64, bytes]
}

function escape(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
}
