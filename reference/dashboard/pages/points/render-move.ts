// What a move of points did, in words: so many, from what to what, and when.
import { isPoints, type Balances } from '../../../model/account.ts'
import type { OperationResult } from '../../../model/account-transaction.ts'
import type { Notice } from '../../once.ts'
import { renderLocalTime, renderNumber, renderPoints } from '../../render-values.ts'

type Words = { readonly verb: string; readonly zone: string }

export function renderMove(result: OperationResult, { verb, zone }: Words): Notice {
  const before = renderNumber(readCurrent(result.balancesBefore))
  const after = renderPoints(readCurrent(result.balancesAfter))
  const at = renderLocalTime(result.dateCreated, zone)
  return {
    title: `${renderPoints(result.value)} ${verb}`,
    text: `The balance went from ${before} to ${after} on ${at}.`,
  }
}

function readCurrent(balances: Balances): number {
  if (!isPoints(balances)) throw new Error('a move of points moved something else')
  return balances.current
}
