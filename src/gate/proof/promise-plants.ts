// Faults in what was promised: the sound release with one promise broken that a rule is there to keep.
import type { PastRelease } from '../../history/past.ts'
import type { Release } from '../../release/release.ts'
import type { RuleInput } from '../rule.ts'
import type { Plant } from './prove-rules.ts'

const dayMs = 86_400_000

export const promisePlants = {
  'release-declared': (sound) => ({ ...sound, release: null }),
  'cadence-kept': withLast((last) => ({ decidedAt: last.decidedAt - 60 * dayMs })),
  'window-quiet': withRelease(() => ({
    window: { start: '2001-09-17T12:00:00Z', end: '2001-09-17T13:00:00Z' },
  })),
  'window-fits': withRelease(() => ({ expectedDowntimeMinutes: 60 })),
  'freeze-respected': (sound) => ({
    ...sound,
    promised: sound.promised && {
      ...sound.promised,
      freezes: [{ from: '2001-09-17', to: '2001-09-17', reason: 'planted' }],
    },
  }),
  approved: withRelease(({ author = '', approvals }) => ({
    approvals: approvals.map((approval) => ({ ...approval, by: author })),
  })),
  'emergency-justified': withRelease(() => ({ kind: 'emergency' })),
  'regression-paid': withLast(() => ({ kind: 'emergency', whole: false })),
  'one-version': (sound) => ({ ...sound, evidence: keepOldInstance(sound.evidence) }),
} satisfies Record<string, Plant>

function withRelease(change: (release: Release) => Partial<Release>): Plant {
  return (sound) => ({
    ...sound,
    release: sound.release && { ...sound.release, ...change(sound.release) },
  })
}

/** The release before this one was another one. */
function withLast(change: (last: PastRelease) => Partial<PastRelease>): Plant {
  return (sound) => ({
    ...sound,
    history: sound.history && {
      ...sound.history,
      releases: sound.history.releases.map((last) => ({ ...last, ...change(last) })),
    },
  })
}

/** At the end of the run, one endpoint still answers with the build of before. */
function keepOldInstance(evidence: RuleInput['evidence']): RuleInput['evidence'] {
  const { seal } = evidence
  if (!seal) return evidence
  const [first, ...others] = seal.candidate.end
  const end = first ? [{ ...first, version: '0.9.0', digest: 'sha256:old' }, ...others] : []
  return { ...evidence, seal: { ...seal, candidate: { ...seal.candidate, end } } }
}
