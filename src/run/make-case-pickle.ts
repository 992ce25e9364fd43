// Worker and witness must give one case the same pickle, so both make it here.
import type { Pickle } from '@cucumber/messages'

/** The pickle of one case: its id is the case's id, its tags name the tenant, its steps are its own. */
export function makeCasePickle(
  pickle: Pickle,
  { caseId, tenant }: { caseId: string; tenant: string },
): Pickle {
  return {
    ...pickle,
    id: caseId,
    tags: [...pickle.tags, { name: `@tenant:${tenant}`, astNodeId: pickle.astNodeIds[0] ?? '' }],
    steps: pickle.steps.map((step) => ({ ...step, id: `${step.id}-${tenant}` })),
  }
}
