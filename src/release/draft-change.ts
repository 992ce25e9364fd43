// A commit → the file in which a person says to clients what it changes. What only a person knows carries a mark, and
// nobody reads the file before it is gone.
import type { Change } from './changes.ts'
import { draftMark } from './draft-mark.ts'
import type { ParsedCommit } from './parse-commit.ts'

const types: ReadonlyMap<string, Change['type']> = new Map(
  Object.entries({
    feat: 'added',
    feature: 'added',
    fix: 'fixed',
    hotfix: 'fixed',
    perf: 'changed',
    refactor: 'changed',
    revert: 'changed',
    change: 'changed',
    deprecate: 'deprecated',
    deprecated: 'deprecated',
    remove: 'removed',
    removed: 'removed',
    security: 'security',
    sec: 'security',
  } satisfies Record<string, Change['type']>),
)
const silent = ['build', 'chore', 'ci', 'docs', 'style', 'test', 'tests']

/** Nothing that a client could notice, unless it breaks something. */
export function isSilent({ type, breaking }: ParsedCommit): boolean {
  return breaking === null && type !== null && silent.includes(type)
}

/** The services that a commit names and somebody has; all of them where it names none that is known. */
export function servicesOf({ named }: ParsedCommit, known: readonly string[]): readonly string[] {
  const services = named.filter((name) => known.includes(name))
  return services.length > 0 ? services : known
}

/** The text of one file of changes/. `known` are the services that tenants have. */
export function draftChange(commit: ParsedCommit, known: readonly string[]): string {
  const { type, subject, breaking, body } = commit
  const doubt = describeDoubt(commit, known)
  const lines = [
    '---',
    `services: [${servicesOf(commit, known).map(quote).join(', ')}]${doubt ? ` # ${draftMark} ${doubt}` : ''}`,
    `type: ${types.get(type ?? '') ?? 'changed'}`,
    'audience: all',
    ...(breaking === null ? [] : draftAction(breaking)),
    '---',
    '',
    `# ${toTitle(subject)}`,
    '',
    `${draftMark} say it in words for clients, instead of those of the commit`,
    ...(body.trim() === ''
      ? []
      : [
          '',
          ...body
            .trim()
            .split('\n')
            .map((line) => `> ${line}`.trimEnd()),
        ]),
  ]
  return `${lines.join('\n')}\n`
}

function describeDoubt({ named }: ParsedCommit, known: readonly string[]): string | null {
  const strange = named.filter((name) => !known.includes(name))
  if (named.length === 0) return 'the services it touches, as the commit names none'
  if (strange.length === 0) return null
  return `the services it touches, as no tenant has ${strange.join(', ')}`
}

function draftAction(breaking: string): string[] {
  return [
    `actionRequired: ${quoteText(`${draftMark} what clients must do; the commit says: ${breaking}`)}`,
    `# ${draftMark} the day by which they must, as actionBy: 2026-12-25, or nothing`,
  ]
}

function toTitle(subject: string): string {
  return subject.charAt(0).toUpperCase() + subject.slice(1)
}

/** As prettier would write it. */
export function quote(name: string): string {
  return /^[A-Za-z][\w-]*$/.test(name) ? name : quoteText(name)
}

export function quoteText(text: string): string {
  return `'${text.replaceAll(/\s+/g, ' ').replaceAll("'", "''")}'`
}
