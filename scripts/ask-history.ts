// What earlier runs were, for the run at hand. The history is loaded only where it is asked.
import type { ReadRun } from '../src/evidence/make-evidence.ts'
import type { Policy } from '../src/gate/policy/policy.ts'
import type { Selected } from '../src/history/select-past.ts'
import type { Environment } from '../src/io/environment.ts'

/** Never throws: a history that cannot be read says so in its past. */
export async function askHistory(
  { plan, seal }: ReadRun,
  { rules }: Policy,
  environment: Environment,
): Promise<Selected> {
  const { openHistory } = await import('../src/history/open-history.ts')
  await using history = openHistory(environment)
  return await history.readPast({
    runId: plan.state === 'read' ? plan.value.runId : null,
    startedAt: seal.state === 'read' ? seal.value.start : environment.now(),
    target: plan.state === 'read' ? plan.value.target : null,
    demanded: Object.entries(rules).flatMap(([id, { level }]) => (level === 'block' ? [id] : [])),
  })
}
