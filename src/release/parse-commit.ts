// What a commit says about itself, by the Conventional Commits (https://www.conventionalcommits.org/en/v1.0.0/), as far
// as a client could care.
import { CommitParser } from 'conventional-commits-parser'

export type ParsedCommit = {
  /** `feat`, `fix` …; null for a commit that follows no convention. */
  readonly type: string | null
  readonly subject: string
  /** What the scope and the trailers `Service:` name. */
  readonly named: readonly string[]
  /** What breaks, in the commit's words, or its subject; null where nothing does. */
  readonly breaking: string | null
  readonly body: string
}

const parser = new CommitParser({
  headerPattern: /^(\w+)(?:\(([^)]*)\))?!?: +(.+)$/,
  breakingHeaderPattern: /^(\w+)(?:\(([^)]*)\))?!: +(.+)$/,
  noteKeywords: ['BREAKING CHANGE', 'BREAKING-CHANGE'],
})

/** The whole message of a commit. */
export function parseCommit(message: string): ParsedCommit {
  const text = message.replaceAll('\r\n', '\n').trim() || '(no message)'
  const { type, scope, subject, header, notes, body } = parser.parse(text)
  const said = subject ?? header ?? text
  return {
    type: type?.toLowerCase() ?? null,
    subject: said,
    named: [...new Set([scope ?? '', ...readTrailers(text)].flatMap(splitNames))],
    breaking: notes[0]?.text.replaceAll(/\s+/g, ' ').trim() ?? (isLoud(text) ? said : null),
    body: body ?? '',
  }
}

/** An exclamation mark before the colon. */
function isLoud(text: string): boolean {
  return /^\w+(\([^)]*\))?!:/.test(text)
}

function readTrailers(text: string): string[] {
  return [...text.matchAll(/^Service:(.*)$/gim)].map(([, names = '']) => names)
}

function splitNames(names: string): string[] {
  return names
    .split(/[\s,]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
