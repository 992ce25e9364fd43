// What must never pass: a release in which things are broken that releases really break. All of them at once, and only
// the scenarios that weigh most, since each release takes its time; `npm run faults` tries every fault by itself.
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Verdict } from '../../src/gate/verdict.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { makeTempFolder, readJson, startAirlock, type Finished } from '../airlock.ts'

/** A scenario that says what is wrong, by fault. */
const shownBy = {
  'tenant-leak': "Another tenant's wallet cannot be told from one that never was",
  'hash-ignores-body': 'A request whose body was changed after signing is refused',
  'settle-twice': 'A purchase that is sent twice happens once',
  'coupon-race': 'Of many who redeem one coupon at the same moment one wins',
  'points-undiscounted': 'Points are earned on what was paid, not on what was asked',
  'terminated-writable': 'A terminated wallet is changed by nothing',
  'field-lost': 'Points that are credited are in the balance',
  'goodwill-lost':
    'Goodwill given in the dashboard is in the ledger and in the audit, and what people write is shown as text',
}

const most = '@smoke or (@severity:blocker and not @service:dashboard)'

let out: string
let ran: Finished
beforeAll(async () => {
  out = join(await makeTempFolder(), 'run')
  const env = { REFERENCE_FAULT: Object.keys(shownBy).join(',') }
  // Nothing that fails here would pass a second time.
  ran = await startAirlock(['release', '--tags', most, '--retry', '0', '--out', out], { env }).finished
}, 400_000)

test('is blocked', async () => {
  expect(ran.exitCode, ran.stdout + ran.stderr).toBe(1)
  expect(ran.stdout).toMatch(/BLOCK +Scheduled release/)
  expect((await readJson<Verdict>(out, 'verdict.json')).verdict).toBe('block')
})

test.each(Object.entries(shownBy))('names the scenario and the tenants that show %s', async (_, scenario) => {
  const { cases } = await readJson<Plan>(out, 'plan.json')
  const { findings } = await readJson<Verdict>(out, 'verdict.json')
  const failure = findings.find(({ rule }) => rule === 'no-failures')
  const shown = cases.filter((one) => one.scenario === scenario && failure?.cases.includes(one.id))
  expect(shown.length).toBeGreaterThan(0)
  for (const { tenant } of shown) expect(failure?.tenants).toContain(tenant)
})

test('lets no tenant pass', async () => {
  const { tenants } = await readJson<Verdict>(out, 'verdict.json')
  expect(Object.values(tenants).map(({ verdict }) => verdict)).toEqual(['block', 'block', 'block'])
})
