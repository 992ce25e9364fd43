// A case keeps its identity when lines move, so that history, quarantine and waivers stay with it.
import { createHash } from 'node:crypto'

export type Identity = {
  readonly uri: string
  readonly rule: string
  readonly scenario: string
  /** Example values in column order. */
  readonly example: readonly string[]
}

/** sha256 hex over uri, rule, scenario name, example values and tenant, joined by NUL. */
export function makeCaseId(identity: Identity, tenant: string): string {
  return digest([identity.uri, identity.rule, identity.scenario, ...identity.example, tenant])
}

/** The same without example values and tenant: what all cases of one scenario share. */
export function makeScenarioId({ uri, rule, scenario }: Identity): string {
  return digest([uri, rule, scenario])
}

// The separator stands between the parts, as the design writes it, and cannot occur inside one.
function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex')
}
