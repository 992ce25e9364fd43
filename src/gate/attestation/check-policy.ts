// A policy is more than its file: what lies beside it excuses, freezes and adds rules. Under an unchanged policy.yaml a
// verdict may rest on somebody's own waivers, so all that was read there has to be what is there now.
import { placeBeside } from '../../release/place-beside.ts'
import type { Verdict } from '../verdict.ts'
import type { Answer } from './check.ts'

/** A file that a gate reads with the policy. */
export type PolicyFile = {
  /** From the folder of the policy. */
  readonly path: string
  readonly sha256: string
  /** What a module holds; null for other files. */
  readonly rule: string | null
}

/** Beside any policy, where they are there; of calendars there are many. */
const usualFiles = ['freezes.yaml', 'quarantine.yaml', 'tenants.yaml', 'waivers.yaml'] as const
const calendars = 'calendars'

type Judged = Pick<Verdict, 'policy' | 'inputs'>

/** Whether the verdict was made by these files and no others. */
export function checkPolicyFiles(verdict: Judged, files: readonly PolicyFile[]): Answer {
  const differences = [
    ...files.flatMap((file) => findDifference(verdict, file) ?? []),
    ...listStrangers(verdict, files).map((path) => `${path} is not here`),
  ]
  if (differences.length > 0) return { ok: false, found: differences.join(', ') }
  const same = files.map(({ path }) => path).join(', ')
  return { ok: true, found: same === '' ? 'none, as here' : same }
}

function findDifference({ policy, inputs }: Judged, { path, sha256, rule }: PolicyFile): string | null {
  const read = inputs.filter((input) => input.path === placeBeside(policy.path, path))
  // A rule that is off is not read.
  if (read.length === 0) return rule !== null && policy.off.includes(rule) ? null : `${path} was not there`
  return read.every((input) => input.sha256 === sha256) ? null : `${path} is another`
}

/** Files that the gate has read, and that do not lie here. */
function listStrangers({ policy, inputs }: Judged, files: readonly PolicyFile[]): string[] {
  const known = new Set(files.map(({ path }) => path))
  const folder = placeBeside(policy.path, `${calendars}/`)
  const regions = inputs
    .filter(({ path }) => path.startsWith(folder))
    .map(({ path }) => path.slice(folder.length))
  const read = usualFiles.filter((name) => inputs.some(({ path }) => path === placeBeside(policy.path, name)))
  return [...regions.map((name) => `${calendars}/${name}`), ...read].filter((name) => !known.has(name))
}
