// What the release notes of one tenant say, as a digest: by it the gate sees without any language whether clients have
// read of the changes as they stand now.
import { hash } from 'node:crypto'
import type { Change } from '../release/changes.ts'
import type { Promised, PromisedTenant } from '../release/promised.ts'
import { selectChanges } from './note.ts'
import { parseProse } from './prose.ts'
import { renderItem } from './render-letter-text.ts'

/** sha256, as hex, of the changes that concern the tenant, in the order in which it reads of them. */
export function digestChanges(tenant: PromisedTenant, promised: Pick<Promised, 'changes'>): string {
  return hash('sha256', JSON.stringify(selectChanges(tenant, promised).map(readWords)))
}

/** As it is read: a blank that nobody sees makes no other words. */
function readWords({ type, title, prose, actionRequired, actionBy }: Change): (string | null)[] {
  const said = renderItem({ title, mark: null, blocks: parseProse(prose) })
  const asked = actionRequired === undefined ? null : parseProse(actionRequired)
  const demand = asked && renderItem({ title, mark: null, blocks: asked })
  return [type, said, demand, actionBy ?? null]
}
