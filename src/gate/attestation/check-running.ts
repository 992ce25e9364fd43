// A verdict is about one build. What runs on the target now may be another one: deployed since, or on one instance.
import type { Observation } from '../../run/seal.ts'
import type { Verdict } from '../verdict.ts'
import type { Answer } from './check.ts'
import { readSha256 } from './statement.ts'

const mostShown = 3

/** Whether each answer of each endpoint names the build that was judged. */
export function checkRunning(subject: Verdict['subject'], running: readonly Observation[]): Answer {
  if (running.length === 0) return { ok: false, found: 'no endpoint to ask' }
  const others = running.filter((seen) => !isSame(subject, seen))
  if (others.length === 0) return { ok: true, found: `it, in all ${running.length} answers` }
  const told = [...new Set(others.map(describe))].toSorted()
  const rest = told.length > mostShown ? ` and ${told.length - mostShown} more` : ''
  return { ok: false, found: `${told.slice(0, mostShown).join('; ')}${rest}` }
}

function isSame({ version, digest }: Verdict['subject'], seen: Observation): boolean {
  const judged = readSha256(digest)
  const isNamed = version === null || seen.version === version
  return seen.error === null && isNamed && judged !== null && readSha256(seen.digest) === judged
}

function describe({ service, tenant, version, digest, error }: Observation): string {
  return `${service} for ${tenant}: ${error ?? `${version ?? 'no version'}, ${digest ?? 'no digest'}`}`
}
