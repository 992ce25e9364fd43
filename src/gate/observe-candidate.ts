// Which build the verdict is about: the declared one, else the one that the target itself told of.
import type { Evidence } from '../evidence/evidence.ts'
import type { Release } from '../release/release.ts'
import type { Verdict } from './verdict.ts'

export type Candidate = { readonly version: string | null; readonly digest: string | null }

/** The build that everybody has to have met; null where nobody named one. Whether they did is for a rule to say. */
export function findCandidate(evidence: Evidence, release: Release | null): Candidate | null {
  const seen = observeCandidate(evidence)
  if (!release) return seen
  const { version, digest = null } = release.candidate
  // A version alone does not tell two builds of it apart; the digest of another version belongs to another build.
  return { version, digest: digest ?? (seen?.version === version ? seen.digest : null) }
}

/** What the target itself told of; null where nobody heard it. */
export function observeCandidate({ seal }: Evidence): Candidate | null {
  const all = [...(seal?.candidate.start ?? []), ...(seal?.candidate.end ?? [])]
  const named = all.filter(({ error, version }) => error === null && version !== null)
  const [first] = named
  if (!first) return null
  const same = named.filter(({ version }) => version === first.version)
  return { version: first.version, digest: same.find(({ digest }) => digest !== null)?.digest ?? null }
}

/** What the verdict is about. */
export function makeSubject(evidence: Evidence, release: Release | null): Verdict['subject'] {
  const candidate = findCandidate(evidence, release)
  if (!candidate) return { version: null, digest: null, source: 'none' }
  return { ...candidate, source: release ? 'declared' : 'observed' }
}
