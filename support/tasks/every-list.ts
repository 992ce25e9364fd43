// Every list that the platform offers, read by two tenants: each finds its own there, and nothing of the other's.
import { AssertionError } from 'node:assert'
import { isDeepStrictEqual } from 'node:util'
import type { DocumentedOperation } from '../contracts/documented-operation.ts'
import { renderOperation } from '../isolation/probe-outcome.ts'
import { forgetIds } from '../isolation/probe-request.ts'
import type { Ids, Thing } from '../isolation/things.ts'
import { defineKind } from '../memory.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'
import { makeOperation, readOperations } from './every-operation.ts'
import { makePossessions } from './possessions.ts'

type Row = { readonly thing: Thing; readonly query?: (ids: Ids) => Readonly<Record<string, string>> }

const newestFirst = () => ({ orderBy: 'dateCreated,DESC', limit: '200' })

/** What of a tenant stands in a list, by operation id. Lists that begin with an id are tried with that id elsewhere. */
const rows: Readonly<Record<string, Row>> = {
  listCampaigns: { thing: 'campaign', query: newestFirst },
  listSchemes: { thing: 'scheme', query: newestFirst },
  listAudit: { thing: 'wallet', query: newestFirst },
  // Numbers are given out in one sequence: what happened since the campaign was made comes after it.
  listEvents: { thing: 'wallet', query: ({ campaign = '' }) => ({ after: campaign, limit: '500' }) },
}

type Listed = {
  readonly operation: DocumentedOperation
  /** Null where nobody has said what stands in it. */
  readonly has: { readonly own: boolean; readonly others: boolean } | null
}

const read = defineKind<readonly Listed[]>('lists that were read')

/** Both read every list: what is looked for is the scenario's tenant's. */
export async function readEveryList(world: AirlockWorld, reader: Tenant): Promise<void> {
  const { ids } = await makePossessions(world, world.tenant)
  const lists = (await readOperations(world)).filter(
    ({ isSigned, isList, places }) => isSigned && isList && !places.some(({ isRequired }) => isRequired),
  )
  const listed = lists.map(async (operation): Promise<Listed> => {
    const row = rows[operation.basis]
    if (!row) return { operation, has: null }
    const look = async (tenant: Tenant) => {
      const query = row.query?.(ids) ?? {}
      const answer = await world.apiOf(tenant).call(makeOperation(operation), { query })
      return !isDeepStrictEqual(forgetIds(answer, [ids[row.thing] ?? '']), answer)
    }
    const [own, others] = await Promise.all([look(world.tenant), look(reader)])
    return { operation, has: { own, others } }
  })
  world.memory.keep(read, 'all', await Promise.all(listed))
}

export function assertNothingOfOthers(world: AirlockWorld): void {
  failUnlessNone(world, ({ has }) => {
    if (has === null) return 'nobody has said what stands in it'
    return has.others ? "holds something of the other tenant's" : null
  })
}

export function assertOwnListed(world: AirlockWorld): void {
  failUnlessNone(world, ({ has }) => (has?.own === false ? "lacks the tenant's own" : null))
}

function failUnlessNone(world: AirlockWorld, judge: (listed: Listed) => string | null): void {
  const all = world.memory.recall(read, 'all')
  if (all.length === 0) throw new AssertionError({ message: 'There is no list to read.' })
  const lines = all.flatMap((listed) => {
    const problem = judge(listed)
    return problem === null ? [] : [`${renderOperation(listed.operation)}: ${problem}`]
  })
  if (lines.length === 0) return
  throw new AssertionError({
    message: ['Of the lists there are:', ...lines].join('\n  '),
    actual: lines,
    expected: [],
  })
}
