// Secrets leave no process: every text a run writes goes through here first, whatever wrote it.

export type Redact = (text: string) => string

/** Shorter ones would take ordinary words out as well. */
export const shortestSecret = 6
export const redactedMark = '[redacted]'

/**
 * Text → the same text without the secrets, in the spellings in which they travel: plain, JSON, URL, bytes, and base64
 * wherever in a longer text they stand;
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

/** Secrets that stay readable. */
export function findTooShort(secrets: readonly string[]): string[] {
  return secrets.filter(({ length }) => length > 0 && length < shortestSecret)
}

function spell(secret: string): string[] {
  const inAddress = encodeURIComponent(secret)
  // As it looks to whoever reads its bytes one by one.
  const bytes = Buffer.from(secret).toString('latin1')
  const escapedLow = inAddress.replaceAll(/%../g, (escape) => escape.toLowerCase())
  return [secret, JSON.stringify(secret).slice(1, -1), inAddress, escapedLow, bytes, ...spellBase64(secret)]
}

/** Three bytes are four characters, so what stands before it, as in `user:secret`, shifts it to one of three places. */
function spellBase64(secret: string): string[] {
  const whole = Buffer.from(secret).toString('base64')
  const shifted = [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)])
    // The characters that it shares with no neighbour.
    return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6))
  })
  const own = [whole, ...shifted].filter(({ length }) => length >= shortestSecret)
  return own.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')])
}
