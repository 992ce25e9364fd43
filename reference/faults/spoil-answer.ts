// Faults of what goes out. They work after the answer was held against its schema, as a library upgrade would.
import { setTimeout as wait } from 'node:timers/promises'
import type { Answer, Operation } from '../api/operation.ts'
import type { FaultName, Faults } from './faults.ts'

type Spoil = (answer: Answer) => Answer

/** Which fault spoils which operation's answer, and how; without an operation it spoils every answer. */
const spoils: readonly { readonly fault: FaultName; readonly of?: string; readonly spoil: Spoil }[] = [
  { fault: 'field-lost', spoil: (answer) => onBody(answer, (body) => loseField(body, 'balancesAfter')) },
  { fault: 'id-as-number', of: 'getWallet', spoil: (answer) => changeField(answer, 'walletId', Number) },
  { fault: 'field-renamed', of: 'listIdentities', spoil: (answer) => onBody(answer, renameSafeValue) },
  {
    fault: 'null-for-empty',
    of: 'listAccounts',
    spoil: (answer) => changeField(answer, 'results', nullEmpty),
  },
  { fault: 'created-as-ok', of: 'issueCoupon', spoil: (answer) => ({ ...answer, status: 200 }) },
]

const slowMs = 2200

export async function spoilAnswer(
  faults: Faults,
  { operationId }: Pick<Operation, 'operationId'>,
  answer: Answer,
): Promise<Answer> {
  if (faults.has('history-slow') && operationId === 'listWalletTransactions') await wait(slowMs)
  return spoils
    .filter(({ fault, of }) => faults.has(fault) && (of === undefined || of === operationId))
    .reduce((spoiled, { spoil }) => spoil(spoiled), answer)
}

function onBody(answer: Answer, change: (body: unknown) => unknown): Answer {
  return { ...answer, body: change(answer.body) }
}

function changeField(answer: Answer, name: string, change: (value: unknown) => unknown): Answer {
  return onBody(answer, (body) => {
    const record = body as Record<string, unknown>
    return { ...record, [name]: change(record[name]) }
  })
}

function nullEmpty(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? null : value
}

/** As a clean-up of names would: tidier, and no client knows the new one. */
function renameSafeValue(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body).replaceAll('"safeValue":', '"maskedValue":')) as unknown
}

function loseField(value: unknown, field: string): unknown {
  if (Array.isArray(value)) return value.map((item) => loseField(item, field))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => key !== field)
  return Object.fromEntries(kept.map(([key, inner]) => [key, loseField(inner, field)]))
}
