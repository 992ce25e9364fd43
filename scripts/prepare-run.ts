// What `plan`, `run` and `release` need before anything runs: files read and checked, the plan made, values filled in.
import { randomBytes } from 'node:crypto'
import type { Environment } from '../src/io/environment.ts'
import { findUnlistedCode } from '../src/io/find-unlisted-code.ts'
import { nameFeature } from '../src/io/name-feature.ts'
import { placeProblems } from '../src/io/place-problems.ts'
import { readFeatures } from '../src/io/read-features.ts'
import { requireValue } from '../src/io/read-text.ts'
import { readYaml } from '../src/io/read-yaml.ts'
import { findNeverRun } from '../src/plan/find-never-run.ts'
import { makePlan } from '../src/plan/make-plan.ts'
import type { Feature } from '../src/plan/parse-feature.ts'
import type { Plan } from '../src/plan/plan.ts'
import { describeUnknownTags, describeUnknownValues } from '../src/plan/select-cases.ts'
import { ConfigurationError, makeFlagProblem, type Problem } from '../src/release/problem.ts'
import { findAddressProblems } from '../src/release/find-address-problems.ts'
import { listSecrets } from '../src/release/list-secrets.ts'
import { resolveReferences } from '../src/release/resolve-references.ts'
import type { Target } from '../src/release/target.ts'
import { tenantsFileSchema, type Tenant } from '../src/release/tenant.ts'
import { makeRedactor } from '../src/run/make-redactor.ts'
import type { Subject as Candidate } from '../src/run/run-plan.ts'
import type { RunOptions } from './run-options.ts'

/** The files of a target before their `${NAME}`s have values. */
export type Written = {
  /** The project that they are in. */
  readonly cwd: string
  readonly target: Target
  readonly tenants: readonly Tenant[]
  readonly features: readonly Feature[]
}

export type Subject = Candidate & { readonly secrets: readonly string[] }

/** Reads tenants and features of a target; nothing is started by that. */
export function readWritten(target: Target, { cwd }: Environment): Written {
  const { tenants } = readYaml(cwd, target.tenants, tenantsFileSchema)
  const unlisted = findUnlistedCode(cwd, target.code)
  if (unlisted.length > 0) throw new ConfigurationError(unlisted)
  return { cwd, target, tenants, features: readFeatures(cwd, target.features) }
}

/** Cases that a flag has chosen, and the flag. */
export type Chosen = { readonly only: string; readonly cases: ReadonlySet<string> }

type Planning = { readonly options: RunOptions; readonly runId: string; readonly chosen?: Chosen | null }

/** The plan of what was written, narrowed as the flags say. */
export function makeRunPlan(written: Written, { options, runId, chosen = null }: Planning): Plan {
  const { cwd, ...files } = written
  const { features = [] } = options
  if (features.some((place) => place.trim() === '')) throw new ConfigurationError([namelessFeature])
  const selection = {
    tags: options.tags ?? null,
    tenants: options.tenants ? [...options.tenants] : null,
    // Whatever the shell has made of what was typed.
    paths: features.length > 0 ? features.map((place) => nameFeature(cwd, place)) : null,
    only: chosen?.only ?? null,
  }
  const plan = requireValue(makePlan({ runId, ...files, selection, chosen: chosen?.cases ?? null }))
  if (plan.cases.length === 0) throw new ConfigurationError([nothingToRun(plan, written)])
  return plan
}

/** As an unset variable of a pipeline leaves it; all features would be another thing than the one that was meant. */
const namelessFeature = makeFlagProblem('features', {
  expected: 'the name of a feature file or a folder',
  received: 'an empty one',
  remedy: 'Leave it out to run all of them.',
})

/** A sentence about each of more would say no more. */
const mostTold = 3

function nothingToRun(plan: Plan, { features }: Written): Problem {
  const { inventory, selection } = plan
  const chosen = Object.entries(selection).flatMap(([flag, value]) =>
    value === null ? [] : `${flag} ${String(value)}`,
  )
  return {
    file: 'plan',
    path: '',
    expected: 'at least one case to run',
    received: `none of ${inventory.pickles} scenarios${chosen.length > 0 ? ` with ${chosen.join(', ')}` : ''}`,
    remedy: [
      ...describeUnknownTags(selection.tags ?? '', features),
      ...describeUnknownValues(plan, features),
      ...findNeverRun(plan)
        .slice(0, mostTold)
        .map(({ uri, line, why }) => `${uri}:${line} never runs: ${why}.`),
      'Check the flags, the tags and the services of the tenants.',
    ].join(' '),
  }
}

/** Target and tenants with their values, and every value that must not be written down. */
export function resolveSubject(written: Written, options: RunOptions, values: Environment['env']): Subject {
  const target = resolveReferences(written.target, values, options.target)
  const list = resolveReferences({ tenants: written.tenants }, values, written.target.tenants)
  const problems = [target, list].flatMap((resolved) => (resolved.ok ? [] : resolved.problems))
  if (!target.ok || !list.ok) throw new ConfigurationError(placeProblems(written.cwd, problems))
  const { value, used } = target.value
  const { tenants } = list.value.value
  const secrets = listSecrets({ written: written.target, values: used, tenants })
  const redact = makeRedactor(secrets, value.redact.patterns)
  const misplaced = findAddressProblems(value, options.target).map((problem) => ({
    ...problem,
    received: redact(problem.received),
  }))
  if (misplaced.length > 0) throw new ConfigurationError(placeProblems(written.cwd, misplaced))
  return { target: value, tenants, secrets, redact }
}

/** `20261123-084659-1a2b`: sorts by time, UTC, and two runs started in one second differ. */
export function makeRunId(nowMs: number): string {
  const time = new Date(nowMs).toISOString().replaceAll(/[-:]/g, '').replace('T', '-').slice(0, 15)
  return `${time}-${randomBytes(2).toString('hex')}`
}
