// The ledger as lines of text. Each line holds the digest of the line before and one of itself, so that a line that was
// changed, cut, taken out or moved shows. Lines taken from its end show only against the head that a verdict holds.
import { hash } from 'node:crypto'
import { z } from 'zod'
import { ledgerEntrySchema, type Ledger, type LedgerEntry } from '../release/ledger.ts'

const lineSchema = ledgerEntrySchema.extend({ sha256: z.string() })

/** What is written about one answer; its place in the chain is not the sender's business. */
export type Told = Omit<LedgerEntry, 'schema' | 'previous'>

/** One line of notices.jsonl, without its line break. `previous` is the digest of the line before; null for the first. */
export function makeLedgerLine(told: Told, previous: string | null): string {
  const entry: LedgerEntry = { schema: 'airlock.notice/1', previous, ...told }
  return JSON.stringify({ ...entry, sha256: digestOf(entry) })
}

/** The whole text of notices.jsonl. */
export function makeLedgerText(told: readonly Told[]): string {
  let previous: string | null = null
  let text = ''
  for (const one of told) {
    const line = makeLedgerLine(one, previous)
    previous = hash('sha256', line)
    text += `${line}\n`
  }
  return text
}

/** The text of notices.jsonl → its entries up to the first flaw, and that flaw in words. */
export function parseLedger(text: string): Ledger {
  const entries: LedgerEntry[] = []
  let head: string | null = null
  if (text === '') return { entries, head, flaw: null }
  const lines = text.split('\n')
  const isCut = lines.pop() !== ''
  for (const [index, line] of lines.entries()) {
    const read = readLine(line, head)
    if (typeof read === 'string') return { entries, head, flaw: `line ${index + 1} ${read}` }
    entries.push(read)
    head = hash('sha256', line)
  }
  return { entries, head, flaw: isCut ? `line ${lines.length + 1} was cut: it has no end` : null }
}

/** The entry, or what is the matter with its line. */
function readLine(line: string, previous: string | null): LedgerEntry | string {
  const parsed = lineSchema.safeParse(parseJson(line))
  if (!parsed.success) return 'is not an entry: it was changed or cut'
  const { sha256, ...entry } = parsed.data
  if (entry.previous !== previous)
    return 'does not follow the one before: a line was changed, taken out or moved'
  return digestOf(entry) === sha256 ? entry : 'was changed: its digest is another one'
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Of its fields in the order of the schema: a program that only writes them in another order changes nothing. */
function digestOf(entry: LedgerEntry): string {
  return hash('sha256', JSON.stringify(ledgerEntrySchema.parse(entry)))
}

/** How an address stands in the ledger: a ledger is no list of addresses. */
export function digestRecipient(address: string): string {
  return hash('sha256', address)
}
