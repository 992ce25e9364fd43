import { expect, test } from 'vitest'
import { renderProblem, type Parsed } from '../release/problem.ts'
import { targetSchema } from '../release/target.ts'
import { tenantSchema } from '../release/tenant.ts'
import { makePlan } from './make-plan.ts'
import { matchesPath } from './match-path.ts'
import { parseFeature } from './parse-feature.ts'
import type { Plan } from './plan.ts'
import { describeUnknownTags, describeUnknownValues } from './select-cases.ts'

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
  const made = plan(paths, chosen)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value.cases.map(({ scenario, line }) => `${scenario}:${line}`)
}

function refuse(...paths: string[]): string[] {
  const made = plan(paths)
  return made.ok ? [] : made.problems.map(renderProblem)
}

function plan(paths: string[] | null, chosen: ReadonlySet<string> | null = null): Parsed<Plan> {
  const feature = parseFeature({ uri, text })
  if (!feature.ok) throw new Error('The feature of this test does not parse')
  const selection = { tags: null, tenants: null, paths, only: chosen ? '--failed' : null }
  return makePlan({ runId: 'r', target, tenants: [maple], features: [feature.value], selection, chosen })
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
  [20, ['last:19']],
])('line %i means what stands there', (line, expected) => {
  expect(select([`${uri}:${line}`])).toEqual(expected)
})

test.each([2, 22, 9999])(
  'line %i, before the first scenario or behind the end, is none of a scenario',
  (line) => {
    expect(refuse(`${uri}:${line}`)).toEqual([
      `command line at ${uri}:${line}: expected a line of a scenario (the first begins at line 7), received line ${line}. Correct the line.`,
    ])
  },
)

test.each([23, 24, 25, 26])('line %i, in the head of a rule, is none of the scenario before', (line) => {
  const rule =
    '\n  @slow\n  Rule: more\n    Background:\n      Given d\n\n    Scenario: inner\n      Given e\n'
  const feature = parseFeature({ uri, text: `${text}${rule}` })
  if (!feature.ok) throw new Error('The feature of this test does not parse')
  const standing = (at: number): string[] =>
    feature.value.pickles.flatMap((entry) =>
      matchesPath(`${uri}:${at}`, feature.value, entry) ? [entry.pickle.name] : [],
    )
  expect(standing(line)).toEqual([])
  expect([standing(20), standing(28)]).toEqual([['last'], ['inner']])
})

test('each name that fits nothing is refused, though others fit, and told what is near it', () => {
  const said = refuse(uri, 'features/wallets/opne.feature', 'feature/walets', 'elsewhere')
  expect(said.map((one) => one.replace(/: expected .*received/, ' …'))).toEqual([
    `command line at features/wallets/opne.feature … none of that name. Did you mean ${uri}?`,
    'command line at feature/walets … none of that name. Did you mean features/wallets?',
    'command line at elsewhere … none of that name. Correct the name.',
  ])
})

test('files and folders mean all that is in them', () => {
  const all = ['one:8', 'many:16', 'many:17', 'last:19']
  expect(select([uri])).toEqual(all)
  expect(select(['features/wallets/'])).toEqual(all)
  expect(select(['.'])).toEqual(all)
  expect(refuse('features/wall')).toHaveLength(1)
})

test.each(['features/wallets:16', 'features:16', '.:16'])(
  '%s is refused, as folders have no lines',
  (path) => {
    expect(refuse(path)).toEqual([
      `command line at ${path}: expected a line of a feature file, received line 16 of a folder. Name the file, or leave the line out.`,
    ])
  },
)

test('of tags that no scenario has, it is told what is near', () => {
  const feature = parseFeature({ uri, text })
  if (!feature.ok) throw new Error('The feature of this test does not parse')
  expect(describeUnknownTags('(@smke or @smoke) and not @zzz', [feature.value])).toEqual([
    'No scenario has @smke; did you mean @smoke?',
    'No scenario has @zzz.',
  ])
})

test('cases that a flag has chosen are all there is', () => {
  expect(select(null, new Set())).toEqual([])
})

test('where nothing is left, services and tenants that nobody has are told, of what was named alone', () => {
  const read = (name: string, tags: string) => {
    const parsed = parseFeature({ uri: `features/${name}.feature`, text: `${tags}\n${text}` })
    return parsed.ok ? parsed.value : null
  }
  const features = [read('a', '@service:walet @service:zzz @tenants:maple,mapel'), read('b', '@service:pos')]
  const tell = (paths: string[] | null) =>
    describeUnknownValues(
      { selection: { tags: null, tenants: null, paths, only: null }, tenants: [maple] },
      features.filter((feature) => feature !== null),
    )
  const wallet = 'No tenant has the service walet; did you mean wallet?'
  const tenant = 'There is no tenant mapel; did you mean maple?'
  expect(tell(['features/a.feature'])).toEqual([wallet, 'No tenant has the service zzz.', tenant])
  expect(tell(null)).toContain('No tenant has the service pos.')
})
