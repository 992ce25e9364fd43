// Keeps a judged run in the history. The verdict stands whatever becomes of this: it is said in one line and no more.
import type { Evidence } from '../src/evidence/evidence.ts'
import type { ReadRun } from '../src/evidence/make-evidence.ts'
import type { Policy } from '../src/gate/policy/policy.ts'
import type { Verdict } from '../src/gate/verdict.ts'
import type { Environment } from '../src/io/environment.ts'

export type Judged = {
  readonly run: ReadRun
  readonly evidence: Evidence
  readonly policy: Policy
  readonly verdict: Verdict
}

export async function recordVerdict(judged: Judged, environment: Environment): Promise<void> {
  try {
    await record(judged, environment)
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ')
    environment.stderr.write(`The verdict stands, but it is not in the history: ${reason}\n`)
  }
}

async function record({ run, ...judged }: Judged, environment: Environment): Promise<void> {
  if (run.plan.state !== 'read') throw new Error('the run has no plan that can be read')
  const contract = run.contract.state === 'read' ? run.contract.value : null
  const { makeRecording } = await import('../src/history/make-recording.ts')
  const { openHistory } = await import('../src/history/open-history.ts')
  await using history = openHistory(environment)
  await history.record(makeRecording({ ...judged, plan: run.plan.value, contract }))
}
