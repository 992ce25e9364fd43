// Which references have been settled, with what, and what was answered: a till that asks again gets the same answer.
import type { Scope } from './scope.ts'

export type Settlement = {
  readonly reference: string
  /** Of the request. */
  readonly digest: string
  /** As JSON. */
  readonly answer: string
}

export function findSettlement(scope: Scope, reference: string): Settlement | undefined {
  const sql = 'SELECT digest, answer FROM settlement WHERE tenant = ? AND reference = ?'
  const row = scope.store.get(sql, scope.tenant.id, reference)
  return row && { reference, digest: String(row['digest']), answer: String(row['answer']) }
}

export function writeSettlement(scope: Scope, { reference, digest, answer }: Settlement): void {
  const sql = 'INSERT INTO settlement (tenant, reference, digest, answer) VALUES (?, ?, ?, ?)'
  scope.store.run(sql, scope.tenant.id, reference, digest, answer)
}
