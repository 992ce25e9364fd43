import { expect, test } from 'vitest'
import { targetSchema } from '../release/target.ts'
import { tenantSchema } from '../release/tenant.ts'
import { makePlan } from './make-plan.ts'
import { parseFeature } from './parse-feature.ts'

const text = `@service:wallet
Feature: Wallets

  Background:
    Given a

  @smoke
  Scenario: one
    Given b

  Scenario Outline: many
    Given <what>

    Examples:
      | what |
      | x    |
      | y    |

  Scenario: last
    Given c
`
const uri = 'features/wallets/open.feature'
const target = targetSchema.parse({
  name: 'here',
  services: { wallet: 'http://127.0.0.1' },
  identity: { url: '/version', version: '$.version' },
})
const maple = tenantSchema.parse({
  id: 'maple',
  name: 'Maple',
  zone: 'UTC',
  calendar: 'GB-ENG',
  services: ['wallet'],
  clientId: 'maple',
  secret: 's',
})

function select(paths: string[] | null, chosen: ReadonlySet<string> | null = null): string[] {
  const feature = parseFeature({ uri, text })
  if (!feature.ok) throw new Error('The feature of this test does not parse')
  const selection = { tags: null, tenants: null, paths, only: chosen ? '--failed' : null }
  const made = makePlan({
    runId: 'r',
    target,
    tenants: [maple],
    features: [feature.value],
    selection,
    chosen,
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value.cases.map(({ scenario, line }) => `${scenario}:${line}`)
}

test.each([
  [7, ['one:8']],
  [9, ['one:8']],
  [10, ['one:8']],
  [11, ['many:16', 'many:17']],
  [14, ['many:16', 'many:17']],
  [15, ['many:16', 'many:17']],
  [16, ['many:16']],
  [17, ['many:17']],
  [19, ['last:19']],
  [99, ['last:19']],
])('line %i means what stands there', (line, expected) => {
  expect(select([`${uri}:${line}`])).toEqual(expected)
})

test('a line before the first scenario means none', () => {
  expect(select([`${uri}:2`])).toEqual([])
})

test('files and folders mean all that is in them', () => {
  const all = ['one:8', 'many:16', 'many:17', 'last:19']
  expect(select([uri])).toEqual(all)
  expect(select(['features/wallets/'])).toEqual(all)
  expect(select(['features/wall'])).toEqual([])
})

test('cases that a flag has chosen are all there is', () => {
  expect(select(null, new Set())).toEqual([])
})
