// Which losses a removal of the release file is for. What somebody approved is what they had before them: scenarios of one
// name may stand in several files, and approving that one of them goes lets no other go.
import { isAnotherPerson } from '../release/person.ts'
import type { Release } from '../release/release.ts'
import type { Loss } from './lost-scenarios.ts'

type Removal = Release['removals'][number]

/** Whether a removal names a loss; for one tenant it names no scenario that is gone for all of them. */
export function isNamed({ name, uri, tenants }: Loss, { scenario, feature, tenant }: Removal): boolean {
  const isMeant = scenario === name && (feature === undefined || feature === uri)
  return isMeant && (tenant === undefined || tenants.includes(tenant))
}

/** Whether it does not say of which file the scenario is, and there are losses of that name in several. */
export function isOpen(removal: Removal, losses: readonly Loss[]): boolean {
  return new Set(losses.filter((loss) => isNamed(loss, removal)).map(({ uri }) => uri)).size > 1
}

/** Nobody approves what is their own; who wrote the release has to be known for that. */
export function isApproved({ approvedBy }: Removal, release: Release | null): boolean {
  return isAnotherPerson(approvedBy, release?.author ?? '')
}
