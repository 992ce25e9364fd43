// Which approvals count: given by somebody else than the author, after the last run had ended, and for this build.
// Approving what nobody has seen the results of approves nothing.
import { isSamePerson } from '../release/person.ts'
import type { Release } from '../release/release.ts'
import { resolveTime } from '../release/wall-time.ts'

export type Approval = Release['approvals'][number]

/** What approvals are held against. */
export type Ground = {
  readonly author: string
  /** When the run ended, and the time it is; milliseconds since 1970. */
  readonly end: number
  readonly now: number
  /** Of times without an offset. */
  readonly zone: string
  /** The candidate's; null where nobody named it. */
  readonly digest: string | null
  readonly requireDigest: boolean
}

export const flaws = ['byAuthor', 'noTime', 'early', 'future', 'otherBuild', 'noDigest'] as const
export type Flaw = (typeof flaws)[number]

/** Why an approval does not count; null where it does. */
export function findFlaw({ by, at, digest }: Approval, ground: Ground): Flaw | null {
  if (isSamePerson(by, ground.author)) return 'byAuthor'
  const { instant } = resolveTime(at, ground.zone)
  if (instant === null) return 'noTime'
  // Times are written to the second: whoever approves within that in which the run ended does so after it.
  if (instant.epochMilliseconds < Math.floor(ground.end / 1000) * 1000) return 'early'
  if (instant.epochMilliseconds > ground.now) return 'future'
  if (digest === undefined) return ground.requireDigest ? 'noDigest' : null
  return digest.toLowerCase() === ground.digest?.toLowerCase() ? null : 'otherBuild'
}

/** The roles that stay without a person of their own, when as many as can be have one. */
export function findVacant(roles: readonly string[], approvals: readonly Approval[]): string[] {
  const seats = new Map<number, number>()
  const seat = (at: number, tried: Set<number>): boolean =>
    listPeople(roles[at], approvals).some((person) => {
      if (tried.has(person)) return false
      tried.add(person)
      const holder = seats.get(person)
      // Whoever has another role may give it up where somebody else can have it.
      if (holder !== undefined && !seat(holder, tried)) return false
      seats.set(person, at)
      return true
    })
  return roles.filter((_, at) => !seat(at, new Set()))
}

/** Each by the first approval that is theirs. */
function listPeople(role: string | undefined, approvals: readonly Approval[]): number[] {
  const own = approvals.filter((one) => one.role === role)
  return own.map(({ by }) => approvals.findIndex((one) => isSamePerson(one.by, by)))
}
