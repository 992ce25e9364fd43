import { describe, expect, it } from 'vitest'
import { targetSchema } from '../release/target.ts'
import { tenantSchema } from '../release/tenant.ts'
import { makePlan, type PlanInput } from './make-plan.ts'
import { parseFeature, type Feature } from './parse-feature.ts'
import type { Plan } from './plan.ts'

const target = targetSchema.parse({
  name: 'here',
  services: { wallet: 'http://127.0.0.1' },
  identity: { url: '/version', version: '$.version' },
  offers: ['clock'],
})
const tenant = (id: string, services: string[]) =>
  tenantSchema.parse({
    id,
    name: id,
    zone: 'UTC',
    calendar: 'GB-ENG',
    services,
    clientId: id,
    secret: `${id}-secret`,
  })
const tenants = [tenant('maple', ['wallet', 'pos']), tenant('cedar', ['wallet'])]

function feature(text: string, uri = 'features/wallets/open.feature'): Feature {
  const parsed = parseFeature({ uri, text })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

function plan(
  text: string,
  selection: Partial<Plan['selection']> = {},
  extra: Partial<PlanInput> = {},
): Plan {
  const all = { tags: null, tenants: null, paths: null, only: null, ...selection }
  const made = makePlan({ runId: 'r', target, tenants, features: [feature(text)], selection: all, ...extra })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value
}

const two = 'Feature: F\n  Scenario: one\n    Given a\n\n  @smoke\n  Scenario: two\n    Given b\n'

describe('makePlan', () => {
  it('runs a scenario for every tenant', () => {
    expect(plan(two).cases.map((c) => `${c.scenario} ${c.tenant}`)).toEqual([
      'one maple',
      'one cedar',
      'two maple',
      'two cedar',
    ])
  })

  it('tells of an outline, or of a part of one, that has lost its rows', () => {
    const rows = '    Examples:\n      | x |\n'
    const outline = `  Scenario Outline: many <x>\n    Given <x>\n${rows}      | 1 |\n${rows}`
    const { cases, excluded } = plan(
      `Feature: F\n${outline}  Rule: R\n    Scenario Outline: none\n    Given <x>\n${rows}`,
    )
    expect(cases).toHaveLength(2)
    const shared = { uri: 'features/wallets/open.feature', tenant: null, reason: 'rows' }
    expect(excluded).toEqual([
      { ...shared, line: 7, scenario: 'many <x>', detail: 'no row below Examples' },
      { ...shared, line: 12, scenario: 'none', detail: 'no row below Examples' },
    ])
  })

  it('keeps the identity of a case when its lines move', () => {
    const moved = two.replace('Feature: F\n', 'Feature: F\n\n  # a remark\n\n')
    expect(plan(moved).cases.map(({ id }) => id)).toEqual(plan(two).cases.map(({ id }) => id))
    expect(plan(moved).cases[0]?.line).not.toBe(plan(two).cases[0]?.line)
  })

  it('gives every tenant, rule and example row an identity of its own', () => {
    const text = `Feature: F
  Rule: R
    Scenario: one
      Given a
  Rule: S
    Scenario: one
      Given a
    Scenario Outline: many
      Given <x>
      Examples:
        | x |
        | 1 |
        | 2 |
`
    const { cases } = plan(text)
    expect(new Set(cases.map(({ id }) => id)).size).toBe(8)
    expect(cases.filter((c) => c.tenant === 'maple').map((c) => [c.rule, c.example])).toEqual([
      ['R', []],
      ['S', []],
      ['S', [{ name: 'x', value: '1' }]],
      ['S', [{ name: 'x', value: '2' }]],
    ])
  })

  it('leaves out tenants without the service, and says so', () => {
    const made = plan('@service:pos\nFeature: F\n  Scenario: one\n    Given a\n')
    expect(made.cases.map((c) => c.tenant)).toEqual(['maple'])
    expect(made.excluded).toEqual([
      {
        uri: 'features/wallets/open.feature',
        line: 3,
        scenario: 'one',
        tenant: 'cedar',
        reason: 'service',
        detail: 'pos',
      },
    ])
  })

  it('leaves out what the target does not offer', () => {
    const text =
      'Feature: F\n  @needs:clock\n  Scenario: one\n    Given a\n  @needs:mail\n  Scenario: two\n    Given a\n'
    const made = plan(text)
    expect(made.cases.map((c) => c.scenario)).toEqual(['one', 'one'])
    expect(made.excluded.map(({ reason, detail }) => [reason, detail])).toEqual([['needs', 'mail']])
  })

  it('obeys @tenants', () => {
    const text = 'Feature: F\n  @tenants:cedar\n  Scenario: one\n    Given a\n'
    expect(plan(text).cases.map((c) => `${c.scenario} ${c.tenant}`)).toEqual(['one cedar'])
  })

  const rows = Array.from({ length: 40 }, (_, n) => `      | ${n} |\n`).join('')
  const forOne = `Feature: F\n  @one-tenant\n  Scenario Outline: o\n    Given <x>\n    Examples:\n      | x |\n${rows}`

  it('gives each tenant its share where one is enough', () => {
    const { cases, excluded } = plan(forOne)
    const counts = Object.values(Object.groupBy(cases, ({ tenant }) => tenant)).map((some) => some?.length)
    expect(cases).toHaveLength(40)
    expect(counts).toHaveLength(2)
    expect(Math.min(...counts.map(Number))).toBeGreaterThan(10)
    expect(excluded).toHaveLength(40)
  })

  it('takes one of those that were asked for where one is enough', () => {
    const { cases } = plan(forOne, { tenants: ['cedar'] })
    expect(cases.map(({ tenant }) => tenant)).toEqual(Array.from({ length: 40 }, () => 'cedar'))
  })

  it('runs again what was chosen for the tenant it was chosen for, where one is enough', () => {
    const own = new Set(plan(forOne).cases.map(({ id }) => id))
    const other = plan(forOne, { tenants: ['cedar'] }).cases.find(({ id }) => !own.has(id))!
    const { cases } = plan(forOne, { only: '--failed' }, { chosen: new Set([other.id]) })
    expect(cases.map(({ id }) => id)).toEqual([other.id])
  })

  it('leaves the second of two equal rows out and marks it', () => {
    const text =
      'Feature: F\n  Scenario Outline: o\n    Given <x>\n    Examples:\n      | x |\n      | 1 |\n      | 1 |\n'
    const made = plan(text)
    expect(made.cases).toHaveLength(2)
    expect(made.excluded.map(({ reason, line }) => [reason, line])).toEqual([
      ['duplicate', 7],
      ['duplicate', 7],
    ])
  })

  it('narrows by tags, tenants, folders, files and lines, and keeps what it left out', () => {
    expect(plan(two, { tags: '@smoke' }).cases.map((c) => c.scenario)).toEqual(['two', 'two'])
    expect(plan(two, { tenants: ['cedar'] }).cases).toHaveLength(2)
    expect(plan(two, { paths: ['features/wallets/'] }).cases).toHaveLength(4)
    const one = plan(two, { paths: ['features/wallets/open.feature:2'] })
    expect(one.cases.map((c) => c.scenario)).toEqual(['one', 'one'])
    expect(one.excluded.map(({ reason }) => reason)).toEqual(['selection', 'selection'])
  })

  it('refuses a broken tag expression and an unknown tenant, both at once', () => {
    const selection = { tags: '@a and and', tenants: ['oak'], paths: null, only: null }
    const made = makePlan({ runId: 'r', target, tenants, features: [feature(two)], selection })
    expect(made.ok ? [] : made.problems.map(({ path }) => path)).toEqual(['--tags', '--tenants'])
  })

  it('reads severity and locks from the nearest tag', () => {
    const text =
      '@severity:minor\nFeature: F\n  @severity:blocker @lock:clock\n  Scenario: one\n    Given a\n'
    expect(plan(text).cases[0]).toMatchObject({
      severity: 'blocker',
      locks: ['clock'],
      capability: 'wallets',
    })
  })
})

describe('parseFeature', () => {
  it('lists every syntax error with its line', () => {
    const parsed = parseFeature({
      uri: 'features/a.feature',
      text: 'Feature: F\n  Scenario: s\n    Given a\n  ???\n  Scenario: t\n    Given b\n    !!!\n',
    })
    expect(parsed.ok ? [] : parsed.problems.map(({ line }) => line)).toEqual([4, 7])
  })

  it('gives the same ids each time, and others for another file', () => {
    const ids = (uri: string) => feature(two, uri).pickles.map(({ pickle }) => pickle.id)
    expect(ids('features/a.feature')).toEqual(ids('features/a.feature'))
    expect(ids('features/a.feature')).not.toEqual(ids('features/b.feature'))
  })
})
