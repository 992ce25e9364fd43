import { describe, expect, it } from 'vitest'
import { sampleDefinitions } from '../../../test/sample-definitions.ts'
import { makePlan } from '../make-plan.ts'
import { parseFeature } from '../parse-feature.ts'
import { targetSchema } from '../../release/target.ts'
import { tenantsFileSchema } from '../../release/tenant.ts'
import { findCaseProblems } from './find-step-problems.ts'
import { makePhraseBook } from './phrase-book.ts'

const text = `Feature: F
  Background:
    Given Anna is a customer

  Scenario: good
    When Anna redeems the coupon

  Scenario: bad
    When Anna redeem the coupon
    And the same step twice

  Scenario Outline: <n> of them
    When Anna sings <n> songs

    Examples:
      | n |
      | 1 |
      | 2 |
`

const target = targetSchema.parse({
  name: 't',
  services: { api: 'http://t' },
  identity: { url: '/', version: '$.v' },
})
const { tenants } = tenantsFileSchema.parse({
  tenants: ['one', 'two'].map((id) => ({
    id,
    name: id,
    zone: 'UTC',
    calendar: 'X',
    services: ['api'],
    clientId: id,
    secret: id,
  })),
})

function findProblems(definitions = sampleDefinitions) {
  const parsed = parseFeature({ uri: 'features/f.feature', text })
  const features = parsed.ok ? [parsed.value] : []
  const selection = { tags: null, tenants: null, paths: null, only: null }
  const plan = makePlan({ runId: 'r', target, tenants, features, selection, chosen: null })
  if (!plan.ok) throw new Error('no plan')
  const found = findCaseProblems(plan.value.cases, features, makePhraseBook(definitions))
  const names = plan.value.cases.filter(({ id }) => found.cases.has(id))
  return { ...found, names: names.map(({ scenario, tenant }) => `${scenario} ${tenant}`) }
}

describe('findCaseProblems', () => {
  it('tells each text once, with the line where it is written, in the order of the lines', () => {
    const { problems } = findProblems()
    expect(problems.map(({ kind, keyword, text: step, places }) => [kind, keyword, step, places])).toEqual([
      ['undefined', 'When', 'Anna redeem the coupon', [{ uri: 'features/f.feature', line: 9, column: 5 }]],
      ['undefined', 'And', 'the same step twice', [{ uri: 'features/f.feature', line: 10, column: 5 }]],
      ['undefined', 'When', 'Anna sings 1 songs', [{ uri: 'features/f.feature', line: 13, column: 5 }]],
      ['undefined', 'When', 'Anna sings 2 songs', [{ uri: 'features/f.feature', line: 13, column: 5 }]],
    ])
  })

  it('says what was meant, and how to begin what is new', () => {
    const [first] = findProblems().problems
    expect(first?.near[0]?.filled).toBe('Anna redeems the coupon')
    expect(first?.snippet).toContain("When('{customer} redeem the coupon'")
  })

  it('names the cases of every tenant that cannot pass', () => {
    expect(findProblems().names).toEqual([
      'bad one',
      'bad two',
      '1 of them one',
      '1 of them two',
      '2 of them one',
      '2 of them two',
    ])
  })

  it('shows all candidates of an ambiguous step, and every case that has it', () => {
    const [first] = sampleDefinitions.steps
    const again = { ...first!, pattern: '{word} is a customer', line: 50 }
    const { problems, cases } = findProblems({
      ...sampleDefinitions,
      steps: [...sampleDefinitions.steps, again],
    })
    expect(problems[0]).toMatchObject({
      kind: 'ambiguous',
      text: 'Anna is a customer',
      places: [{ line: 3 }],
      candidates: [
        { pattern: '{customer} is a customer', line: 1 },
        { pattern: '{word} is a customer', line: 50 },
      ],
    })
    expect(cases.size).toBe(8)
  })
})
