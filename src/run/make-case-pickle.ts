// Worker and witness must give one case the same pickle, so both make it here.
import type { Pickle } from '@cucumber/messages'

/** What tells a step for whom it runs. */
const tenantTag = '@tenant:'

/**
 * The pickle of one case: its id is the case's id, its tags name the tenant, its steps are its own. A tenant that the
 * feature names by this tag would have all cases of the scenario run for it, whomever their results name.
 */
export function makeCasePickle(
  pickle: Pickle,
  { caseId, tenant }: { caseId: string; tenant: string },
): Pickle {
  const written = pickle.tags.filter(({ name }) => !name.startsWith(tenantTag))
  return {
    ...pickle,
    id: caseId,
    tags: [...written, { name: `${tenantTag}${tenant}`, astNodeId: pickle.astNodeIds[0] ?? '' }],
    steps: pickle.steps.map((step) => ({ ...step, id: `${step.id}-${tenant}` })),
  }
}
