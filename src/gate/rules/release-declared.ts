// A release that nobody declared promised nothing, so nothing about it can be kept. It is declared when its file says
// what its kind has to say, for the build that was seen.
import { z } from 'zod'
import type { Evidence } from '../../evidence/evidence.ts'
import type { Promised } from '../../release/promised.ts'
import type { Release } from '../../release/release.ts'
import type { Observation } from '../../run/seal.ts'
import { defineRule, type Facts, type Judgement } from '../rule.ts'

export const releaseDeclared = defineRule({
  id: 'release-declared',
  settings: z.strictObject({}),
  evaluate({ evidence, release, promised }) {
    const seen = listSeen(evidence)
    const found = release ? lookAt(release, promised, seen) : nothing
    return {
      outcome: judge(found, { isDeclared: release !== null, isKnown: promised !== null && seen.length > 0 }),
      expected: describeWanted(release),
      actual: {
        declared: release !== null,
        ...found,
        changes: promised?.changes.length ?? null,
        observations: seen.length,
      },
      cases: [],
      tenants: [],
    }
  },
})

const nothing: Found = { missing: [], otherBuilds: [], unknownServices: [], lacksChanges: false }

function lookAt(release: Release, promised: Promised | null, seen: readonly Observation[]): Found {
  return {
    missing: findMissing(release),
    otherBuilds: findOthers(release, seen),
    unknownServices: promised ? findStrangers(release, promised) : [],
    lacksChanges: release.kind === 'scheduled' && promised?.changes.length === 0,
  }
}

function describeWanted(release: Release | null): Facts {
  const { kind = null, candidate = null } = release ?? {}
  return { kind, version: candidate?.version ?? null, digest: candidate?.digest ?? null }
}

function listSeen({ seal }: Evidence): Observation[] {
  const all = [...(seal?.candidate.start ?? []), ...(seal?.candidate.end ?? [])]
  return all.filter(({ error, version }) => error === null && version !== null)
}

/** Fields of the release file that its kind needs and that are not there. */
function findMissing({ kind, window, expectedDowntimeMinutes, services, author }: Release): string[] {
  const isTimed = kind !== 'patch'
  return [
    ...(isTimed && window === undefined ? ['window'] : []),
    ...(isTimed && expectedDowntimeMinutes === undefined ? ['expectedDowntimeMinutes'] : []),
    ...(services.length === 0 ? ['services'] : []),
    ...(author === undefined ? ['author'] : []),
  ]
}

/** Builds that answered and are not the declared one, each once. */
function findOthers({ candidate }: Release, seen: readonly Observation[]): string[] {
  const isOther = ({ version, digest }: Observation): boolean =>
    version !== candidate.version || (candidate.digest !== undefined && digest !== candidate.digest)
  const others = seen
    .filter(isOther)
    .map(({ version, digest }) => [version, digest].filter(Boolean).join(' '))
  return [...new Set(others)].toSorted()
}

function findStrangers({ services }: Release, { tenants }: Promised): string[] {
  const known = new Set(tenants.flatMap((tenant) => tenant.services))
  return services.filter((service) => !known.has(service))
}

type Found = {
  readonly missing: readonly string[]
  readonly otherBuilds: readonly string[]
  readonly unknownServices: readonly string[]
  readonly lacksChanges: boolean
}

function judge(
  { missing, otherBuilds, unknownServices, lacksChanges }: Found,
  { isDeclared, isKnown }: { isDeclared: boolean; isKnown: boolean },
): Judgement['outcome'] {
  const wrong = missing.length + otherBuilds.length + unknownServices.length
  if (!isDeclared || wrong > 0 || lacksChanges) return 'fail'
  return isKnown ? 'pass' : 'inconclusive'
}
