// What never runs never fails.
import { expect, test } from 'vitest'
import { findNeverRun } from './find-never-run.ts'
import { makePlan } from './make-plan.ts'
import { parseFeature } from './parse-feature.ts'
import { targetSchema } from '../release/target.ts'
import { tenantSchema } from '../release/tenant.ts'

const text = `Feature: Wallets

  Scenario: open
    Given a

  Scenario: open
    Given b

  @service:walet
  Scenario: closed
    Given a

  @tenants:mapel
  Scenario: merged
    Given a

  @tenants:maple
  Scenario: of one tenant
    Given a

  @needs:clock
  Scenario: of some targets
    Given a

  Scenario Outline: many
    Given <n>

    Examples:
      | n |
`
const target = targetSchema.parse({
  name: 'staging',
  services: { wallet: 'https://wallet.example' },
  identity: { url: '/version', version: '$.version' },
})
const tenants = ['maple', 'cedar'].map((id) =>
  tenantSchema.parse({
    id,
    name: id,
    zone: 'Europe/Oslo',
    calendar: 'NO',
    services: ['wallet'],
    clientId: id,
    secret: 'x',
  }),
)

function find(paths: string[] | null = null): string[] {
  const features = ['features/a.feature', 'features/b.feature'].map((uri) => {
    const parsed = parseFeature({ uri, text })
    if (!parsed.ok) throw new Error('The feature of this test does not parse')
    return parsed.value
  })
  const selection = { tags: null, tenants: null, paths, only: null }
  const plan = makePlan({ runId: 'run-1', features, tenants, target, selection })
  if (!plan.ok) throw new Error('The plan of this test cannot be made')
  return findNeverRun(plan.value).map(({ uri, line, scenario, why }) => `${uri}:${line} ${scenario}: ${why}`)
}

test('each scenario that never runs is told once, with its place and why', () => {
  expect(find(['features/a.feature'])).toEqual([
    'features/a.feature:6 open: it is the same as line 3',
    'features/a.feature:10 closed: no tenant fits its tags (service walet)',
    'features/a.feature:14 merged: no tenant fits its tags (tenants mapel)',
    'features/a.feature:28 many: no row below Examples',
  ])
})

test('they are told of all features where none is named', () => {
  expect(find()).toHaveLength(8)
  expect(find(['features'])).toHaveLength(8)
  expect(find(['features/b.feature:4'])).toHaveLength(4)
})
