// Tags are how a scenario says for whom it runs and beside what; everything the planner obeys is read here.
import { severities, type Severity } from './plan.ts'

export type CaseTags = {
  readonly services: readonly string[]
  /** Tenants named by `@tenants:a,b`; null when the scenario is for all. */
  readonly tenants: readonly string[] | null
  readonly oneTenant: boolean
  readonly needs: readonly string[]
  readonly locks: readonly string[]
  readonly severity: Severity
}

/** `@name:value` tags → what they ask for. The last `@severity` wins, since the nearest tag comes last. */
export function parseCaseTags(tags: readonly string[]): CaseTags {
  const tenants = valuesOf(tags, 'tenants').flatMap((list) => list.split(','))
  return {
    services: valuesOf(tags, 'service'),
    tenants: tenants.length > 0 ? tenants : null,
    oneTenant: tags.includes('@one-tenant'),
    needs: valuesOf(tags, 'needs'),
    locks: valuesOf(tags, 'lock'),
    severity: severityOf(valuesOf(tags, 'severity').at(-1)),
  }
}

/** Values of every tag `@name:value`, in order. */
export function valuesOf(tags: readonly string[], name: string): string[] {
  const start = `@${name}:`
  return tags.filter((tag) => tag.startsWith(start)).map((tag) => tag.slice(start.length))
}

// An unknown severity is a matter for lint; until then it must not make a case less than normal.
function severityOf(value: string | undefined): Severity {
  return severities.find((known) => known === value) ?? 'normal'
}
