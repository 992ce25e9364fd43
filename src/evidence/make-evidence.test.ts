// What had to be there and is not is a problem of its own: nothing may count as read that nobody read.
import { expect, test } from 'vitest'
import { makeRunFiles } from '../../test/acceptance/run-folder.ts'
import { planSchema, type Plan } from '../plan/plan.ts'
import { sealSchema } from '../run/seal.ts'
import { nothingFurther } from './further.ts'
import {
  makeFurther,
  makeResultsEvidence,
  makeRunEvidence,
  type ReadFolder,
  type ReadRun,
} from './make-evidence.ts'
import type { Witness } from './witness.ts'

const noWitness: Witness = { files: 0, attempts: [], problems: [] }
const files = makeRunFiles({})
const parse = (name: string): unknown => JSON.parse(files.get(name) ?? '')
const plan = planSchema.parse(parse('plan.json'))
const seal = sealSchema.parse(parse('run.json'))
const folder = (change: Partial<ReadFolder> = {}): ReadFolder => ({
  path: 'allure-results',
  exists: true,
  files: 2,
  results: [],
  problems: [],
  ...change,
})

const make = (change: Partial<ReadRun> = {}) =>
  makeRunEvidence(
    {
      plan: { state: 'read', value: plan },
      seal: { state: 'absent' },
      results: folder(),
      witness: noWitness,
      coverage: { state: 'absent' },
      contract: { state: 'absent' },
      found: new Map(),
      inputs: [],
      ...change,
    },
    { further: nothingFurther, baseline: null },
  )
const told = ({ problems }: ReturnType<typeof make>) =>
  problems.map(({ kind, subject, detail }) => [kind, subject, detail['reason']].filter(Boolean).join(' '))

test('a plan that is not there or damaged is told, and so is a run that never ended', () => {
  const without = make({ plan: { state: 'absent' } })
  expect(told(without)).toEqual([
    'no-results allure-results',
    'not-sealed run.json',
    'unreadable-plan plan.json absent',
  ])
  expect(without).toMatchObject({
    runId: null,
    target: null,
    selection: null,
    tenants: [],
    excluded: {},
    leftOut: [],
    has: { plan: false, seal: false, witness: false },
  })
  expect(told(make({ plan: { state: 'damaged', reason: 'cut off' } }))).toContain(
    'unreadable-plan plan.json cut off',
  )
  const unsealed = told(make({ seal: { state: 'damaged', reason: 'cut off' } }))
  expect(unsealed.filter((one) => !one.startsWith('missing-result'))).toEqual([
    'no-results allure-results',
    'unreadable-seal run.json cut off',
  ])
})

test('what is there is said to be there, and a seal names the run where no plan does', () => {
  const sealed = make({ plan: { state: 'absent' }, seal: { state: 'read', value: seal } })
  expect(sealed).toMatchObject({ runId: seal.runId, has: { plan: false, seal: true, witness: false } })
  expect(sealed.seal).not.toHaveProperty('files')
  expect(make({ witness: { ...noWitness, files: 1 } }).has).toEqual({
    plan: true,
    seal: false,
    witness: true,
  })
})

test('a folder that is not there is told, and not as an empty one', () => {
  expect(told(make({ results: folder({ exists: false, files: 0 }) }))).toContain(
    'no-results-folder allure-results',
  )
  expect(told(make({ results: folder({ exists: false, files: 0 }) }))).not.toContain(
    'no-results allure-results',
  )
})

test('what the plan left out is counted by reason; what stands there twice is a problem instead', () => {
  const out = (reason: Plan['excluded'][number]['reason'], scenario: string) =>
    ({ uri: 'features/a.feature', line: 3, scenario, tenant: 'maple', reason, detail: 'pos' }) as const
  const excluded = [
    out('service', 'One'),
    out('duplicate', 'Two'),
    out('service', 'Three'),
    out('needs', 'Four'),
  ]
  const evidence = make({ plan: { state: 'read', value: { ...plan, excluded } } })
  expect(evidence.excluded).toEqual({ duplicate: 1, needs: 1, service: 2 })
  expect(evidence.leftOut).toEqual(
    [
      ['One', 'service'],
      ['Three', 'service'],
      ['Four', 'needs'],
    ].map(([scenario, reason]) => ({
      uri: 'features/a.feature',
      line: 3,
      scenario,
      tenant: 'maple',
      reason,
    })),
  )
})

test('of results without a run nothing is promised, and the files of all folders are counted', () => {
  const folders = [folder({ path: 'a' }), folder({ path: 'b', files: 3 })]
  const evidence = makeResultsEvidence(folders, [])
  expect(evidence).toMatchObject({
    origin: 'results',
    runId: null,
    has: { plan: false, seal: false, witness: false },
  })
  expect(evidence.counts.files).toBe(5)
  expect(told(evidence)).toEqual(['no-results a', 'no-results b'])
  expect(makeFurther(folders, [])).toMatchObject({ files: 5, results: [] })
})
