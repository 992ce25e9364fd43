// Secrets leave no process: every text a run writes goes through here first, whatever wrote it.

export type Redact = (text: string) => string

/** Shorter ones would take ordinary words out as well. */
export const shortestSecret = 6
export const redactedMark = '[redacted]'

/**
 * Text → the same text without the secrets, in the spellings in which they travel: plain, JSON and JSON within JSON, URL,
 * form, HTML, bytes, hexadecimal, and base64 wherever in a longer text they stand; without the beginning of one before the
 * `…` that ends what was too long; and without anything that looks as one of the patterns says.
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
  return (text) => coverCut(text.replace(found, redactedMark), longestFirst)
}

/**
 * A value as JSON without the secrets, and still JSON: a pattern may reach beyond the text it begins in, and a password of
 * digits may stand in a number, which is none.
 */
export function redactJson(value: unknown, redact: Redact, indent = 0): string {
  const text = JSON.stringify(value, null, indent)
  return redact(text) === text ? text : JSON.stringify(redactTexts(value, redact), null, indent)
}

function redactTexts(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value)) return value.map((item) => redactTexts(item, redact))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [redact(key), redactTexts(item, redact)]),
  )
}

const cutSign = '…'

function coverCut(text: string, spellings: readonly string[]): string {
  if (!text.includes(cutSign)) return text
  const parts = text.split(cutSign)
  return parts.map((part, at) => (at < parts.length - 1 ? coverEnd(part, spellings) : part)).join(cutSign)
}

/** Text without the beginning of a secret in which it ends. */
function coverEnd(text: string, spellings: readonly string[]): string {
  const start = spellings.map((spelling) => findCut(text, spelling)).find((found) => found !== -1)
  return start === undefined ? text : `${text.slice(0, start)}${redactedMark}`
}

/** Where a beginning that is long enough stands at the end; -1 where none does. */
function findCut(text: string, spelling: string): number {
  const head = spelling.slice(0, shortestSecret)
  let start = text.indexOf(head, Math.max(0, text.length - spelling.length))
  while (start !== -1 && !spelling.startsWith(text.slice(start))) start = text.indexOf(head, start + 1)
  return start
}

/** Secrets that stay readable. */
export function findTooShort(secrets: readonly string[]): string[] {
  return secrets.filter(({ length }) => length > 0 && length < shortestSecret)
}

function spell(secret: string): string[] {
  const inJson = quote(secret)
  // As it looks to whoever reads its bytes one by one.
  const bytes = Buffer.from(secret).toString('latin1')
  return [
    secret,
    inJson,
    ...spellJson(inJson),
    ...spellEscaped(secret),
    bytes,
    ...spellHex(secret),
    spellWide(secret),
    ...spellBase64(secret),
  ]
}

/** Two digits a byte. */
function spellHex(secret: string): string[] {
  const hex = Buffer.from(secret).toString('hex')
  return [hex, hex.toUpperCase()]
}

/** Two bytes a character, whichever of them comes first; the other one is nothing in the letters that secrets have. */
function spellWide(secret: string): string {
  return secret.replaceAll(/(?<=.)(?=.)/gs, '\0')
}

/** JSON within JSON, and as it is written by those who escape more of it than they must. */
function spellJson(inJson: string): string[] {
  const low = inJson.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return [quote(inJson), inJson.replaceAll('/', String.raw`\/`), low, low.replaceAll('/', String.raw`\/`)]
}

function quote(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** In an address, in a form, and on a page. */
function spellEscaped(secret: string): string[] {
  const inAddress = encodeURIComponent(secret)
  const inForm = new URLSearchParams([['', secret]]).toString().slice(1)
  const low = [inAddress, inForm].map((text) => text.replaceAll(/%../g, (escape) => escape.toLowerCase()))
  const onPage = secret.replaceAll(/[&<>"]/g, (sign) => pageSigns[sign] ?? sign)
  return [inAddress, inForm, ...low, onPage, onPage.replaceAll("'", '&#39;')]
}

const pageSigns: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

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
