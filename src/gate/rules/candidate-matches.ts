// The tests must have met the build that asks to be deployed, on every endpoint and for every tenant, from the first
// case to the last: a deployment in the middle of a run makes its results belong to nothing.
import { z } from 'zod'
import type { Evidence } from '../../evidence/evidence.ts'
import type { Observation } from '../../run/seal.ts'
import { findCandidate, type Candidate } from '../observe-candidate.ts'
import { defineRule, tenantsOf, type Judgement } from '../rule.ts'

export const candidateMatches = defineRule({
  id: 'candidate-matches',
  settings: z.strictObject({}),
  evaluate({ evidence, release }) {
    const { start, end } = evidence.seal?.candidate ?? { start: [], end: [] }
    const all = [...start, ...end]
    const wanted = findCandidate(evidence, release)
    const silent = all.filter(({ error }) => error !== null)
    const other = all.filter((seen) => seen.error === null && !isCandidate(seen, wanted))
    const unseen = findUnseen(evidence)
    const unknown = evidence.seal?.interrupted === true || all.length === 0
    return {
      outcome: judge({ wrong: silent.length + other.length, unseen: unseen.length }, unknown),
      expected: {
        version: wanted?.version ?? null,
        digest: wanted?.digest ?? null,
        declared: release !== null,
      },
      actual: {
        endpoints: new Set(all.map(keyOf)).size,
        observations: all.length,
        versions: [...new Set(all.flatMap(({ version }) => version ?? []))].toSorted(),
        digests: [...new Set(all.flatMap(({ digest }) => digest ?? []))].toSorted(),
        silent: silent.length,
        other: other.length,
        unseen,
        errors: [...new Set(silent.map((seen) => `${seen.service} for ${seen.tenant}: ${seen.error}`))].slice(
          0,
          5,
        ),
      },
      cases: [],
      tenants: unseen.length > 0 ? [] : tenantsOf([...silent, ...other]),
    }
  },
})

/** Where a digest is wanted, no answer of a digest is another build. */
function isCandidate(seen: Observation, wanted: Candidate | null): boolean {
  if (wanted === null || seen.version === null || seen.version !== wanted.version) return false
  return wanted.digest === null || seen.digest === wanted.digest
}

/** Endpoints seen only at one end of the run, and tenants with cases that nobody asked about. */
function findUnseen({ seal, cases }: Evidence): string[] {
  const start = new Set((seal?.candidate.start ?? []).map(keyOf))
  const end = new Set((seal?.candidate.end ?? []).map(keyOf))
  const asked = new Set((seal?.candidate.start ?? []).map(({ tenant }) => tenant))
  // Whoever else has a case that is nobody's, such as one of another suite: each tenant is to be asked for.
  const tenants = new Set(cases.flatMap(({ tenant }) => tenant ?? [])).difference(asked)
  return [...start.symmetricDifference(end), ...tenants].toSorted()
}

function keyOf({ service, tenant }: Observation): string {
  return `${service} for ${tenant}`
}

/** An interrupted run asks nobody at its end, which says nothing of the candidate. */
function judge({ wrong, unseen }: { wrong: number; unseen: number }, unknown: boolean): Judgement['outcome'] {
  if (wrong > 0) return 'fail'
  if (unknown) return 'inconclusive'
  return unseen > 0 ? 'fail' : 'pass'
}
