// What the made-up runs of the report's tests were to run.
import { hash } from 'node:crypto'
import type { Case, Exclusion, Plan } from '../../src/plan/plan.ts'
import { scenes, tenants, type Scene } from './sample-scenes.ts'

export const runId = '20261120-160207-1a2b'

export type PlanOptions = {
  readonly scenes?: readonly Scene[]
  readonly selection?: Plan['selection']
  readonly excluded?: readonly Exclusion[]
}

/** Every scenario for each tenant that has its service; the others are left out with that reason. */
export function makePlan({ scenes: chosen = scenes, selection, excluded }: PlanOptions): Plan {
  const cases = chosen.flatMap((scene) =>
    tenants
      .filter(({ services }) => services.includes(scene.service))
      .flatMap(({ id }) =>
        scene.scenarios.map((scenario, index) => makeCase(scene, { scenario, index, tenant: id })),
      ),
  )
  return {
    schema: 'airlock.plan/1',
    runId,
    target: 'reference',
    tenants,
    selection: selection ?? { tags: null, tenants: null, paths: null, only: null },
    inventory: {
      features: chosen.map(({ uri, feature, scenarios }) => ({
        uri,
        name: feature,
        sha256: hash('sha256', uri),
        pickles: scenarios.length,
      })),
      pickles: chosen.reduce((sum, { scenarios }) => sum + scenarios.length, 0),
      sha256: hash('sha256', 'inventory'),
    },
    cases,
    excluded: [...(excluded ?? makeExcluded(chosen))],
  }
}

function makeCase(
  { uri, feature, service }: Scene,
  { scenario, index, tenant }: { scenario: string; index: number; tenant: string },
): Case {
  return {
    id: hash('sha256', [uri, '', scenario, tenant].join('\0')),
    uri,
    line: 6 + index * 8,
    feature,
    rule: '',
    scenario,
    example: scenario.startsWith('Ten percent') ? [{ name: 'total', value: '7000' }] : [],
    tenant,
    tags: [`@tenant:${tenant}`, `@service:${service}`],
    severity: index === 0 ? 'blocker' : 'normal',
    capability: uri.split('/')[1] ?? '',
    required: true,
    locks: [],
  }
}

function makeExcluded(chosen: readonly Scene[]): Exclusion[] {
  return chosen.flatMap(({ uri, service, scenarios }) =>
    tenants
      .filter(({ services }) => !services.includes(service))
      .flatMap(({ id }) =>
        scenarios.map((scenario, index) => ({
          uri,
          line: 6 + index * 8,
          scenario,
          tenant: id,
          reason: 'service' as const,
          detail: service,
        })),
      ),
  )
}
