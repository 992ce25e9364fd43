// What came of a probe: whether it shows anything, and how it is told to whoever reads a failure.
import { z } from 'zod'
import type { DocumentedOperation } from '../contracts/documented-operation.ts'
import type { Probe } from './make-probes.ts'
import { shorten } from '../shorten.ts'

/** An answer without the ids that were asked for. */
export type Outcome = { readonly status: number; readonly body: unknown }

const refusal = z.looseObject({ errorCode: z.string() })
const unknownCodes = ['LOCATION_UNKNOWN', 'UNIT_UNKNOWN']

/** It depends on the id: there is no such thing, or here is what there is without it. */
export function isTelling({ status, body }: Outcome): boolean {
  if (status < 400 || status === 404) return true
  const read = refusal.safeParse(body)
  return read.success && unknownCodes.includes(read.data.errorCode)
}

const longestShown = 160

/** `404 WALLET_NOT_FOUND There is no such wallet.`, or as much of the answer as a line can show. */
export function renderOutcome({ status, body }: Outcome): string {
  const read = refusal.safeParse(body)
  if (read.success) return [status, ...Object.values(read.data).flat()].join(' ')
  return `${status} ${shorten(JSON.stringify(body), longestShown)}`
}

/** What only visits to a till leave behind, tenants without tills do not have. */
const tills = 'pos'

/** Ways that there was nothing to try with, though both tenants have had everything made for them. */
export function findUntried(
  outcomes: readonly { readonly probe: Probe; readonly isTried: boolean }[],
  tenants: readonly { readonly services: readonly string[] }[],
): string[] {
  if (tenants.some(({ services }) => !services.includes(tills))) return []
  const untried = outcomes.filter(({ isTried }) => !isTried)
  return untried.map(({ probe }) => `${renderProbe(probe)}: there was nothing to try it with`)
}

/** `getWallet (GET /wallet/{walletId})` */
export function renderOperation({
  operationId,
  method,
  path,
}: Pick<DocumentedOperation, 'operationId' | 'method' | 'path'>): string {
  return `${operationId} (${method} ${path})`
}

export function renderProbe({ operation, swapped }: Probe): string {
  return `${renderOperation(operation)}, ${swapped.join(' and ')}`
}
