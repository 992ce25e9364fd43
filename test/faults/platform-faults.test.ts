// The suite and the gate are worth what they find: with each fault switched on the release is blocked, and the verdict
// leads to the scenarios and tenants that show it.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faultNames, faultTable, type FaultName } from '../../reference/faults/faults.ts'
import type { Evidence } from '../../src/evidence/evidence.ts'
import type { Verdict } from '../../src/gate/verdict.ts'
import { makeTempFolder, readJson, runAirlock } from '../airlock.ts'

const every = ['cedar', 'lotus', 'maple']
const tills = ['cedar', 'maple']

/** A scenario that must find it, and every tenant that has the services it needs. */
const finders: Record<FaultName, { readonly scenario: string; readonly tenants: readonly string[] }> = {
  'tenant-leak': { scenario: 'Another tenant cannot read a wallet', tenants: every },
  'hash-ignores-body': {
    scenario: 'A request whose body was changed after signing is refused',
    tenants: every,
  },
  'settle-twice': { scenario: 'A purchase that is sent twice happens once', tenants: tills },
  'coupon-race': {
    scenario: 'Of many who redeem one coupon at the same moment one wins',
    tenants: every,
  },
  'points-undiscounted': { scenario: 'Points are earned on what was paid', tenants: tills },
  'terminated-writable': { scenario: 'A terminated wallet cannot be renamed', tenants: every },
  'field-lost': { scenario: 'Points that are credited are in the balance', tenants: every },
  'goodwill-lost': {
    scenario: 'Goodwill given in the dashboard is in the ledger',
    tenants: ['lotus', 'maple'],
  },
  'identity-case': { scenario: 'Upper and lower case make no other identity', tenants: every },
  'paging-repeat': { scenario: 'Pages of identities neither repeat nor lose one', tenants: every },
  'expired-coupon-accepted': {
    scenario: 'A coupon is worth nothing after its last second',
    tenants: every,
  },
  'error-internals': { scenario: 'A refusal tells nothing of the inside', tenants: every },
}

/** Pages are opened only where the fault is in them. */
function suiteFor(fault: FaultName): string[] {
  const isInPages = faultTable.some(({ name, capability }) => name === fault && capability === 'dashboard')
  return isInPages
    ? []
    : ['--policy', 'test/faults/without-pages.policy.yaml', '--tags', 'not @service:dashboard']
}

describe('a release of a platform', () => {
  it.each(faultNames)('with the fault %s is blocked by the scenarios that show it', async (fault) => {
    const out = join(await makeTempFolder(), 'run')
    const ran = await runAirlock(['release', '--out', out, ...suiteFor(fault)], {
      env: { AIRLOCK_ALLURE: 'none', REFERENCE_FAULT: fault },
    })
    expect(ran.exitCode, ran.stdout + ran.stderr).toBe(1)
    const verdict = await readJson<Verdict>(out, 'verdict.json')
    const evidence = await readJson<Evidence>(out, 'evidence.json')
    const failed = verdict.findings.filter(({ outcome }) => outcome === 'fail')
    expect(failed.map(({ rule }) => rule)).toEqual(['no-failures'])
    const { scenario, tenants } = finders[fault]
    const found = evidence.cases.filter(
      (one) => one.scenario === scenario && failed[0]?.cases.includes(one.id),
    )
    expect(found.map(({ tenant }) => String(tenant)).toSorted()).toEqual(tenants)
    expect(ran.stdout).toContain(scenario)
    for (const tenant of tenants) expect(verdict.tenants[tenant]?.verdict).toBe('block')
  })
})
