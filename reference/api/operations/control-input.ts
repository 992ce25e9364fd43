// What the controls of tests are told: a body of a known form, a tenant by its name.
import type { z } from 'zod'
import { findTenant, tenants, type Tenant } from '../../model/tenant.ts'
import { Refusal } from '../../service/refusal.ts'
import { readInput } from '../read-input.ts'

export function readControlBody<Schema extends z.ZodType>(
  bodySchema: Schema,
  body: unknown,
): z.infer<Schema> {
  // What this very schema has read.
  return readInput({ bodySchema }, { path: {}, query: {}, headers: {}, body }).body as z.infer<Schema>
}

export function chooseTenant(named: string): Tenant {
  const tenant = findTenant(named)
  if (tenant) return tenant
  const known = tenants.map(({ id }) => id).join(', ')
  throw new Refusal('INVALID_REQUEST', [`tenant: expected one of ${known}`])
}
