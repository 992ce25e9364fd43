// The question of a deployment: may this artifact go there now? It trusts a key and its own eyes, and no exit code of
// another job. Every check that was asked for has to hold.
import type { KeyObject } from 'node:crypto'
import type { ReleaseKind } from '../../release/release.ts'
import type { Observation } from '../../run/seal.ts'
import { builtIn } from '../policy/policy.ts'
import type { Verdict } from '../verdict.ts'
import { makeCheck, type Answer, type Check, type CheckId, type Verification } from './check.ts'
import { checkRunning } from './check-running.ts'
import { checkPolicyFiles, type PolicyFile } from './check-policy.ts'
import { listExceptions } from './list-exceptions.ts'
import { openEnvelope } from './open-envelope.ts'
import { verdictField } from './statement.ts'

export type DemandedPolicy = {
  /** SHA-256 of the policy's own file. */
  readonly sha256: string
  /** What lies beside it; null where only its digest was named. */
  readonly files: readonly PolicyFile[] | null
}

export type Demand = {
  readonly key: KeyObject
  /** SHA-256 of what is to be deployed, 64 digits. */
  readonly artifact: string
  /** Null where nobody asked. */
  readonly environment: string | null
  readonly kind: ReleaseKind
  /** What it has to be judged by; null where nobody asked. */
  readonly policy: DemandedPolicy | null
  /** What the target says it is, each time it was asked; null where nobody asked. */
  readonly running: readonly Observation[] | null
  /** Milliseconds since 1970. */
  readonly now: number
  readonly preview: boolean
}

/** Judges a JSON value that calls itself a signed verdict. */
export function verifyVerdict(document: unknown, demand: Demand): Verification {
  const { checks: layers, summary } = openEnvelope(document, demand.key)
  const verdict = summary?.predicate[verdictField] ?? null
  const claims = listClaims(demand).map(({ check, expected, ask }) =>
    makeCheck(check, expected, verdict ? ask(verdict) : { ok: false, found: 'no verdict to look at' }),
  )
  const checks: Check[] = [...layers, ...claims]
  return {
    schema: 'airlock.verification/1',
    verified: checks.every(({ ok }) => ok),
    preview: demand.preview,
    checkedAt: Temporal.Instant.fromEpochMilliseconds(demand.now).toString({ smallestUnit: 'second' }),
    checks,
    exceptions: verdict ? listExceptions(verdict) : [],
  }
}

type Claim = {
  readonly check: CheckId
  readonly expected: string
  readonly ask: (verdict: Verdict) => Answer
}

function listClaims(demand: Demand): Claim[] {
  const { artifact, environment, kind, policy, running, preview } = demand
  const claims: (Claim | null)[] = [
    claim('artifact', `sha256:${artifact}`, ({ subject }) => subject.digest?.toLowerCase() ?? 'none'),
    claim('verdict', 'pass', ({ verdict }) => verdict),
    environment === null ? null : claimEnvironment(environment),
    claim('kind', kind, ({ release }) => release?.kind ?? 'no release was declared'),
    claimAge(demand),
    claimWindow(demand),
    ...claimPolicy(policy),
    running && {
      check: 'running-candidate',
      expected: 'the build that was judged, on every endpoint',
      ask: ({ subject }) => checkRunning(subject, running),
    },
    preview ? claim('time', 'the time it is', () => 'a time given by --now; this is a preview') : null,
  ]
  return claims.filter((one) => one !== null)
}

/** Beside a policy that is built in nothing lies where a file of that name would have it. */
function claimPolicy(demanded: DemandedPolicy | null): Claim[] {
  if (demanded === null) return []
  const { sha256, files } = demanded
  const own = claim('policy', `sha256:${sha256}`, ({ policy }) =>
    files !== null && policy.path === builtIn ? 'the policy that is built in' : `sha256:${policy.sha256}`,
  )
  if (files === null) return [own]
  const expected = 'the files beside it, as they are here'
  return [own, { check: 'policy-files', expected, ask: (verdict) => checkPolicyFiles(verdict, files) }]
}

/** What was found has to be what was expected, word for word. */
function claim(check: CheckId, expected: string, find: (verdict: Verdict) => string): Claim {
  const ask = (verdict: Verdict): Answer => {
    const found = find(verdict)
    return { ok: found === expected, found }
  }
  return { check, expected, ask }
}

/** The word for none is no name of one. */
function claimEnvironment(environment: string): Claim {
  const ask = ({ target }: Verdict): Answer => ({ ok: target === environment, found: target ?? 'none' })
  return { check: 'environment', expected: environment, ask }
}

/** Clocks of two machines differ; a verdict out of the future was made by somebody who wants it to last. */
const clockSkewMs = 5 * 60_000

function claimAge({ now }: Demand): Claim {
  const at = Temporal.Instant.fromEpochMilliseconds(now).toString({ smallestUnit: 'second' })
  return {
    check: 'age',
    expected: `a verdict that holds at ${at}`,
    ask: ({ decidedAt, validUntil }) => ({
      ok: toMs(decidedAt) <= now + clockSkewMs && now < toMs(validUntil),
      found: `decided at ${decidedAt}, valid until ${validUntil ?? 'nobody knows when'}`,
    }),
  }
}

/** Clients were told of a window, to the minute: before it and after it nobody expects anything. */
function claimWindow({ now }: Demand): Claim {
  const at = Temporal.Instant.fromEpochMilliseconds(now).toString({ smallestUnit: 'second' })
  return {
    check: 'window',
    expected: `a release that is let in at ${at}`,
    ask: ({ window }) =>
      window === null
        ? { ok: true, found: 'the release names no window' }
        : {
            ok: toMs(window.start) <= now && now < toMs(window.end),
            found: `from ${window.start} to ${window.end}`,
          },
  }
}

/** What is no instant compares with nothing, so that no check on it holds. */
function toMs(instant: string | null): number {
  try {
    return instant === null ? Number.NaN : Temporal.Instant.from(instant).epochMilliseconds
  } catch {
    return Number.NaN
  }
}
