// A run from its first observation to its seal. Nothing is sealed that did not end: a run that is killed leaves no
// run.json, and the gate then knows that it never ended.
import { byText } from '../release/by-text.ts'
import type { Target } from '../release/target.ts'
import type { Tenant } from '../release/tenant.ts'
import { observeCandidate } from './observe-candidate.ts'
import { readContract } from './read-contract.ts'
import { redactJson, type Redact } from './make-redactor.ts'
import type { RunSetup } from './run-setup.ts'
import type { Observation, Seal } from './seal.ts'
import { supervise, type Supervised } from './supervise.ts'
import { TargetError } from './start-target.ts'

export type Subject = {
  readonly target: Target
  readonly tenants: readonly Tenant[]
  /** Takes their secrets out of whatever is told or written. */
  readonly redact: Redact
}

/** What was found before anything ran: the build that every endpoint names, and the contract that is served. */
export type ServedCandidate = {
  readonly observations: readonly Observation[]
  readonly contract: string | null
}

/** The contract, in the run's folder. */
export const contractName = 'openapi.json'

/** Asks the candidate what it is; a TargetError where nothing answers. */
export async function readCandidate(subject: Subject): Promise<ServedCandidate> {
  const [observations, contract] = await Promise.all([observe(subject), readContract(subject.target)])
  refuseSilence(observations)
  return { observations, contract }
}

/** Runs the plan's shard, writes results, witness and seal, and returns the seal. */
export async function runPlan(setup: RunSetup, subject: Subject, found: ServedCandidate): Promise<Seal> {
  const start = setup.now()
  setup.folder.write('plan.json', `${JSON.stringify(setup.plan, null, 1)}\n`)
  if (found.contract !== null) setup.folder.write(contractName, found.contract)
  // Workers read the contract there.
  setup.folder.settle()
  const supervised = await supervise(setup)
  const coverage = supervised.coverage.finish(setup.plan.runId)
  setup.folder.write('coverage.json', `${redactJson(coverage, setup.redact, 1)}\n`)
  const after = setup.interrupt.aborted ? [] : await observe(subject)
  setup.folder.settle()
  const seal = makeSeal({
    setup,
    start,
    supervised,
    candidate: { start: [...found.observations], end: after },
  })
  setup.folder.writeSeal(seal)
  return seal
}

/** An address may hold a secret, and so may what a server says of an error. */
async function observe({ target, tenants, redact }: Subject): Promise<Observation[]> {
  const found = await observeCandidate(target, tenants)
  return found.map((one) => ({
    ...one,
    url: redact(one.url),
    error: one.error === null ? null : redact(one.error),
  }))
}

/** Hundreds of cases against a machine that is not there would only say so hundreds of times. */
function refuseSilence(observations: readonly Observation[]): void {
  const silent = observations.filter(({ error }) => error !== null)
  if (silent.length < observations.length) return
  const lines = [...new Set(silent.map(({ url, error }) => `${url}: ${error ?? ''}`))]
  throw new TargetError(`The target does not say which build it is.\n${lines.join('\n')}`)
}

type SealParts = {
  readonly setup: RunSetup
  readonly start: number
  readonly supervised: Supervised
  readonly candidate: Seal['candidate']
}

function makeSeal({ setup, start, supervised, candidate }: SealParts): Seal {
  const durations = [...supervised.durations].map(([id, { ms, passed }]) => ({ case: id, ms, passed }))
  return {
    schema: 'airlock.run/1',
    runId: setup.plan.runId,
    start,
    end: setup.now(),
    interrupted: setup.interrupt.aborted,
    retry: setup.retry,
    candidate,
    shards: [supervised.shard],
    durations: durations.toSorted(byText((one) => one.case)),
    files: setup.folder.files(),
  }
}
