// What a visit to the till has written into a customer's accounts: the answer's own word for it, and the ledgers' when
// they are read anew.
import assert from 'node:assert/strict'
import type { AccountTransaction, PointsBalances } from '../contracts/account.ts'
import type { SettleAnswer } from '../contracts/checkout.ts'
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import { parseNumber, requireColumns } from '../table-cells.ts'
import type { AirlockWorld } from '../world.ts'
import { customers } from './customers.ts'

/** What an entry is called in a scenario. */
export const eventWords: Readonly<Record<string, string>> = {
  CREATE: 'given out',
  REDEEM: 'redeemed',
  UNREDEEM: 'given back',
  CANCEL: 'cancelled',
  EARN: 'earned',
  CREDIT: 'credited',
  SPEND: 'spent',
  LOCK: 'reserved',
  VOID: 'given up',
  REFUND_DEBIT: 'taken back',
}

/** Of the table; before and after only for points. */
const columns = ['entry', 'of', 'value', 'before', 'after']
type Row = Readonly<Record<string, string>>

/** Everything that was written, in its order; each entry stands in its account's ledger as it was answered. */
export async function assertWritten(
  world: AirlockWorld,
  name: string,
  { answer, rows }: { readonly answer: SettleAnswer; readonly rows: readonly Row[] },
): Promise<void> {
  requireColumns(rows, columns)
  const { accountTransactions: entries, walletTransactions } = answer
  const found: object[] = []
  for (const [at, entry] of entries.entries()) {
    const of = await findOwner(world, name, entry)
    found.push(describeEntry(entry, of, rows[at]))
  }
  expectSame(`what was written into ${name}'s accounts`, found, rows.map(parseRow))
  const listed = walletTransactions.flatMap(({ accounts }) => accounts)
  for (const { accountId, accountTransactionId: id } of entries) {
    const isListed = listed.some(
      (other) => other.accountId === accountId && other.accountTransactionId === id,
    )
    assert.ok(isListed, `Expected the transaction to name its entry ${id} in account ${accountId}`)
  }
}

/** The name of the campaign whose coupon it is, or points; the ledger must have the same entry. */
async function findOwner(world: AirlockWorld, name: string, entry: AccountTransaction): Promise<string> {
  const { walletId } = world.memory.recall(customers, name)
  const path = { walletId, accountId: entry.accountId }
  const query = { orderBy: 'dateCreated,DESC', limit: '100' }
  const { results } = await world.api.call(operations.listAccountTransactions, { path, query })
  const kept = results.find(({ accountTransactionId }) => accountTransactionId === entry.accountTransactionId)
  expectSame('the entry when its ledger is read', kept, entry)
  const { type, campaign } = await world.api.call(operations.getAccount, { path })
  // Campaigns are made under the scenario's name for them, with what makes it unique behind it.
  return type === 'POINTS' ? 'points' : campaign.campaignName.replace(` ${world.suffix}`, '')
}

function describeEntry(entry: AccountTransaction, of: string, row: Row = {}) {
  const [before, after] = [entry.balancesBefore, entry.balancesAfter] as PointsBalances[]
  return {
    entry: eventWords[entry.event] ?? entry.event,
    of,
    value: entry.value,
    ...(row['before'] && { before: before?.current }),
    ...(row['after'] && { after: after?.current }),
  }
}

function parseRow({ entry = '', of = '', value = '', before, after }: Row) {
  return {
    entry,
    of,
    value: parseNumber(value),
    ...(before && { before: parseNumber(before) }),
    ...(after && { after: parseNumber(after) }),
  }
}
