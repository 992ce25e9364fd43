// What clients have to show to be let in, before and now: https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object.
// Each operation has a list of ways in, of which one is enough; without one it is open to everybody.
import { isFields } from '../fields.ts'
import type { Contract } from './contract.ts'
import { followReference } from './follow-reference.ts'
import type { ContractOperation } from './list-operations.ts'
import type { Sides, Spot } from './spot.ts'

/** What one way in asks for. */
type Way = ReadonlySet<string>

/** Told where somebody who was let in has to show more now. */
export function compareSecurity(
  { before, after }: Sides<ContractOperation>,
  { contract, report }: Pick<Spot, 'contract' | 'report'>,
): void {
  const [was, now] = [listWays(before, contract.before), listWays(after, contract.after)]
  const lost = was.filter((way) => !now.some((other) => other.isSubsetOf(way)))
  if (lost.length > 0) report('now-demanded', 'security', `${tell(was)} → ${tell(now)}`)
}

/** Those of the document count where an operation has none of its own. */
function listWays(operation: ContractOperation, contract: Contract): Way[] {
  const written = [operation['security'], contract['security']].find((one) => Array.isArray(one))
  const ways = (Array.isArray(written) ? written : []).filter(isFields)
  return ways.length === 0 ? [new Set()] : ways.map((way) => readWay(way, contract))
}

function readWay(way: Readonly<Record<string, unknown>>, contract: Contract): Way {
  const asked = Object.entries(way).flatMap(([name, scopes]) => {
    const scheme = nameScheme(name, contract)
    const own = Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : []
    return [scheme, ...own.map((scope) => `${scheme} ${scope}`)]
  })
  return new Set(asked)
}

/** What a document calls a scheme clients never see: what counts is where they put what. */
function nameScheme(name: string, contract: Contract): string {
  const schemes = contract.components['securitySchemes']
  const scheme =
    isFields(schemes) && Object.hasOwn(schemes, name) ? followReference(contract, schemes[name]) : null
  if (!isFields(scheme)) return name
  const parts = [scheme['type'], scheme['in'], scheme['name'], scheme['scheme']]
  return (
    parts
      .filter((part) => typeof part === 'string')
      .join(' ')
      .toLowerCase() || name
  )
}

function tell(ways: readonly Way[]): string {
  return ways.map((way) => [...way].join(' and ') || 'nothing').join(' or ')
}
