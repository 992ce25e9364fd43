// Points schemes: made and listed.
import { isWithin, renderPlainInstant } from '../model/instant.ts'
import type { Scheme, SchemeInput } from '../model/scheme.ts'
import { takeId } from '../store/collection.ts'
import { found, Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'

export function createScheme(scope: Scope, input: SchemeInput): Scheme {
  return scope.store.write(() => {
    const { reference = null, details, ...rest } = input
    const isTaken = reference !== null && scope.rows.schemes.count(scope.tenant.id, { reference }) > 0
    if (isTaken) throw new Refusal('REFERENCE_EXISTS')
    const scheme: Scheme = {
      id: takeId(scope.store),
      type: 'LOYALTY',
      class: 'POINTS',
      version: 1,
      reference,
      ...rest,
      details: { ...details, startDate: details.startDate ?? scope.now },
      dateCreated: renderPlainInstant(scope.now),
    }
    scope.rows.schemes.insert(scope.tenant.id, scheme.id, scheme)
    return scheme
  })
}

export function findScheme(scope: Scope, schemeId: string): Scheme {
  return found(readScheme(scope, schemeId), 'SCHEME_NOT_FOUND')
}

export function readScheme(scope: Scope, schemeId: string): Scheme | undefined {
  return scope.rows.schemes.find(scope.tenant.id, schemeId)
}

export function listSchemes(scope: Scope): Scheme[] {
  return scope.rows.schemes.list(scope.tenant.id)
}

export function isSchemeActive(scope: Scope, { status, details }: Scheme): boolean {
  return status === 'ACTIVE' && isWithin({ start: details.startDate, end: details.endDate }, scope.nowMs)
}

export function requireSchemeActive(scope: Scope, scheme: Scheme): void {
  if (!isSchemeActive(scope, scheme)) throw new Refusal('SCHEME_NOT_ACTIVE')
}
