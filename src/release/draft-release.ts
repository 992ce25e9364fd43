// Commits → the files of a release as far as a program can write them. The rest carries marks that lint points at, so
// that a draft can be forgotten but never published.
import { isUnknown, type Unknown } from './calendar/unknown.ts'
import { draftChange, isSilent, quote, quoteText, servicesOf } from './draft-change.ts'
import { draftMark } from './draft-mark.ts'
import type { DraftWindow } from './draft-window.ts'
import type { ParsedCommit } from './parse-commit.ts'
import type { ReleaseKind } from './release.ts'

export type DraftFacts = {
  readonly id: string
  readonly kind: ReleaseKind
  /** Null where nobody has said it. */
  readonly version: string | null
  readonly author: string | null
  /** Null for a patch, which needs none. */
  readonly window: DraftWindow | Unknown | null
  /** Services that tenants have. */
  readonly services: readonly string[]
  /** Address of the schema for editors, from the release's folder; null where there is none. */
  readonly schema: string | null
}

export type Draft = {
  /** Path in the folder of the release → text. */
  readonly files: Readonly<Record<string, string>>
  /** Commits that no client notices, by type. */
  readonly leftOut: Readonly<Record<string, number>>
}

/** release.yaml, and a file for each commit that a client could notice. */
export function draftRelease(facts: DraftFacts, commits: readonly ParsedCommit[]): Draft {
  const told = commits.filter((commit) => !isSilent(commit))
  const touched = new Set(told.flatMap((commit) => servicesOf(commit, facts.services)))
  const services = facts.services.filter((service) => touched.has(service))
  const changes = told.map((commit, index) => [
    nameChange(commit, index),
    draftChange(commit, facts.services),
  ])
  const left = Map.groupBy(commits.filter(isSilent), ({ type }) => type ?? '')
  return {
    files: { 'release.yaml': renderRelease(facts, services), ...Object.fromEntries(changes) },
    leftOut: Object.fromEntries([...left].map(([type, own]) => [type, own.length])),
  }
}

function nameChange({ subject }: ParsedCommit, index: number): string {
  const words = subject
    .toLowerCase()
    .normalize('NFKD')
    .match(/[a-z0-9]+/g) ?? ['change']
  const slug = words.join('-').slice(0, 50).replace(/-$/, '')
  return `changes/${String(index + 1).padStart(2, '0')}-${slug}.md`
}

function renderRelease(facts: DraftFacts, services: readonly string[]): string {
  const { id, kind, schema, author, version } = facts
  const lines = [
    ...(schema === null ? [] : [`# yaml-language-server: $schema=${schema}`]),
    `release: ${quoteText(id)}`,
    `kind: ${kind}`,
    `candidate: { version: ${version === null ? ask('the version of the candidate') : writeVersion(version)} }`,
    ...renderWindow(facts),
    kind === 'patch'
      ? 'expectedDowntimeMinutes: 0'
      : `expectedDowntimeMinutes: 0 # ${draftMark} how many minutes the services are away`,
    `services: [${services.map(quote).join(', ')}]`,
    `author: ${author === null ? ask('who answers for the release') : quoteText(author)}`,
    'approvals: []',
    ...(kind === 'emergency' ? renderEmergency() : []),
  ]
  return `${lines.join('\n')}\n`
}

/** A version of two numbers would be read as one. */
function writeVersion(version: string): string {
  return /^\d+\.\d+\.\d+[\w.-]*$/.test(version) ? version : quoteText(version)
}

function renderWindow({ window }: DraftFacts): string[] {
  if (window === null) return []
  if (isUnknown(window))
    return [
      `# ${draftMark} the window, as window: { start: 2026-11-30T03:00, end: 2026-11-30T04:00 }; ${window.unknown}`,
    ]
  return [`window: { start: ${window.start}, end: ${window.end} }`]
}

function renderEmergency(): string[] {
  return [
    'emergency:',
    `  reason: ${ask('why it cannot wait')}`,
    `  declaredBy: ${ask('who says so, another person than the author')}`,
    `  reference: ${ask('the incident')}`,
  ]
}

function ask(what: string): string {
  return quoteText(`${draftMark} ${what}`)
}
