// All clients are on one version. Wherever two builds answer, somebody meets yesterday's, and it is not the one that was
// tested for them.
import { z } from 'zod'
import type { Observation } from '../../run/seal.ts'
import { findCandidate, type Candidate } from '../observe-candidate.ts'
import { defineRule, type Judgement, type RuleInput } from '../rule.ts'

export const oneVersion = defineRule({
  id: 'one-version',
  settings: z.strictObject({}),
  evaluate({ evidence, release, promised }) {
    const { start, end } = evidence.seal?.candidate ?? { start: [], end: [] }
    const all = [...start, ...end]
    const wanted = findCandidate(evidence, release)
    const builds = new Set(all.filter(({ error }) => error === null).map(nameBuild))
    const others = all.filter((seen) => !isSame(seen, wanted))
    const unseen = findUnseen({ evidence, promised })
    const isKnown = start.length > 0 && end.length > 0 && promised !== null
    return {
      outcome: judge({ isWrong: others.length > 0 || builds.size > 1, unseen: unseen.length, isKnown }),
      expected: { version: wanted?.version ?? null, digest: wanted?.digest ?? null },
      actual: {
        observations: all.length,
        builds: [...builds].toSorted(),
        others: [...new Set(others.map(describe))].toSorted(),
        unseen,
        tenants: new Set(all.map(({ tenant }) => tenant)).size,
      },
      cases: [],
      tenants: [...new Set([...unseen, ...others.map(({ tenant }) => tenant)])].toSorted(),
    }
  },
})

function nameBuild({ version, digest }: Observation): string {
  return [version, digest].filter(Boolean).join(' ')
}

function describe(seen: Observation): string {
  return `${seen.service} for ${seen.tenant}: ${seen.error ?? nameBuild(seen)}`
}

/** An endpoint that says nothing may be of any version. */
function isSame({ error, version, digest }: Observation, wanted: Candidate | null): boolean {
  if (error !== null || wanted === null || version !== wanted.version) return false
  return wanted.digest === null || digest === wanted.digest
}

/** Tenants that nobody asked for at the start, or at the end. */
function findUnseen({ evidence, promised }: Pick<RuleInput, 'evidence' | 'promised'>): string[] {
  const { start, end } = evidence.seal?.candidate ?? { start: [], end: [] }
  const ids = [...evidence.tenants, ...(promised?.tenants ?? [])].map(({ id }) => id)
  const isAsked = (id: string, seen: readonly Observation[]): boolean =>
    seen.some(({ tenant }) => tenant === id)
  return [...new Set(ids)].filter((id) => !isAsked(id, start) || !isAsked(id, end)).toSorted()
}

type Found = { readonly isWrong: boolean; readonly unseen: number; readonly isKnown: boolean }

/** An interrupted run asks nobody at its end, which says nothing of anybody. */
function judge({ isWrong, unseen, isKnown }: Found): Judgement['outcome'] {
  if (isWrong) return 'fail'
  if (!isKnown) return 'inconclusive'
  return unseen > 0 ? 'fail' : 'pass'
}
