// What a terminal gets: its words stand in test/acceptance/*/verdict.txt, here are its limits.
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import {
  noPast,
  problem,
  sampleAttempt,
  sampleCase,
  sampleEvidence,
  sampleRelease,
} from '../../test/acceptance/sample-evidence.ts'
import { samplePromised } from '../../test/acceptance/sample-promise.ts'
import { usualNowMs } from '../../test/acceptance/gate-environment.ts'
import type { Evidence, EvidenceCase } from '../evidence/evidence.ts'
import { decide } from '../gate/decide.ts'
import { makeDefaultPolicy } from '../gate/policy/parse-policy.ts'
import { renderText, type TextOptions } from './render-text.ts'

function render(evidence: Evidence, options: Partial<TextOptions> = {}): string {
  const policy = makeDefaultPolicy('scheduled')
  const verdict = decide({
    evidence,
    release: sampleRelease,
    promised: samplePromised(),
    policy,
    now: usualNowMs,
    history: noPast,
    preview: false,
    inputs: [],
  })
  return renderText(verdict, evidence, { color: false, columns: 100, ...options })
}

const failed = (id: string, change: Partial<EvidenceCase> = {}, message = 'Expected 663 points') =>
  sampleCase({
    id,
    outcome: 'failed',
    attempts: [sampleAttempt({ status: 'failed', witness: 'failed', message })],
    ...change,
  })

test('colours are for terminals, and change no word', () => {
  const evidence = sampleEvidence({ cases: [failed('a')] })
  const colored = render(evidence, { color: true })
  expect(colored).not.toBe(render(evidence))
  expect(stripVTControlCharacters(colored)).toBe(render(evidence))
})

test.each([
  [1e300, 'more than a hundred years in the future', 'started at 1e+300, which is no time'],
  [-1, 'days ago', 'started at -1, which is no time'],
  [253_402_300_800_000, 'more than a hundred years', 'started at 253402300800000, which is no time'],
])('a start at %s is told, and ends nothing', (start, aged, told) => {
  const cases = [sampleCase({ id: 'a', attempts: [sampleAttempt({ start, stop: start })] })]
  const text = render(sampleEvidence({ cases, seal: null }))
  expect(text.replaceAll(/\s+/g, ' ')).toContain(aged)
  expect(text).toContain(told)
})

test('a pass tells of the window that it has to wait for', () => {
  const waiting = ' Not before 2026-11-30 03:00 UTC: its window begins then.'
  expect(render(sampleEvidence()).split('\n')).toContain(waiting)
  expect(render(sampleEvidence({ cases: [failed('a')] }))).not.toContain('Not before')
})

test('a tenant with a very long name breaks no line', () => {
  const tenants = [{ id: 'x'.repeat(300), name: 'X', services: ['wallet'] }]
  const lines = render(sampleEvidence({ tenants, cases: [failed('a', { tenant: 'x'.repeat(300) })] })).split(
    '\n',
  )
  expect(lines.find((line) => line.startsWith(' xxx'))?.length).toBeLessThan(100)
})

test('what a test wrote can do nothing to the terminal', () => {
  const evil = '\u001B[2J\u001B]0;title\u0007red \u202Eesrever'
  const cases = [failed('a', { scenario: evil, feature: evil, tenant: evil, uri: evil }, evil)]
  const text = render(sampleEvidence({ cases, problems: [problem('failed-fixture', evil, { name: evil })] }))
  expect(text).not.toMatch(/[\p{Bidi_Control}]/u)
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
})

test.each([40, 60, 80, 100, 300])(
  'with %i columns no line is longer than the terminal, or than 100',
  (columns) => {
    const long = 'A scenario with a name that goes on and on '.repeat(5)
    const cases = [
      failed('a', { scenario: long, feature: long }, long),
      sampleCase({ tenant: 'cedar', id: 'b' }),
    ]
    const problems = [problem('file-changed', 'allure-results/x.json', { sealedBytes: 1, bytes: 2 })]
    const lines = render(sampleEvidence({ cases, problems }), { columns }).split('\n')
    const longest = Math.max(...lines.map(({ length }) => length))
    expect(longest).toBeLessThanOrEqual(Math.min(100, Math.max(columns, 60)) + 30)
  },
)

test('each tenant and feature is seen, however many cases failed', () => {
  const tenants = ['cedar', 'maple']
  const features = ['Earning points', 'Opening a wallet', 'Redeeming coupons']
  const cases = tenants.flatMap((tenant) =>
    features.flatMap((feature) =>
      Array.from({ length: 40 }, (_, at) =>
        failed(`${tenant} ${feature} ${at}`, { tenant, feature, line: at }, `Expected ${at % 2}`),
      ),
    ),
  )
  const text = render(sampleEvidence({ cases }))
  for (const tenant of tenants)
    for (const feature of features) expect(text).toContain(`${tenant} · ${feature}`)
  expect(text).toContain('… and')
  expect(text.split('\n').length).toBeLessThan(90)
})

test('a hundred thousand failures with a cause each stay readable, and quick', () => {
  const cases = Array.from({ length: 100_000 }, (_, at) =>
    failed(`case ${at}`, { feature: `Feature ${at % 1000}` }, `Expected ${at}`),
  )
  const text = render(sampleEvidence({ cases }))
  expect(text).toMatch(/… and \d{5} more/)
  expect(text.split('\n').length).toBeLessThan(95)
})

test('what was found in the evidence stands below its title, also where it is all there is', () => {
  const problems = [problem('global-error', '1-globals.json', { message: 'Database set-up failed' })]
  const below = /What stands in the way\n {3}• an error outside of any test: 1-globals\.json/
  expect(render(sampleEvidence({ problems }))).toMatch(below)
  expect(render(sampleEvidence({ problems, cases: [failed('a')] }))).toMatch(
    /Found in the evidence\n {3}• an error/,
  )
})

test.each([
  [['b/nan'], 'no results in b/nan, '],
  [['a', 'b', 'c'], 'no results in a and in b and 1 more, '],
])('%j without results is called by its name, whatever else is in it', (folders, told) => {
  const problems = folders.map((folder) => problem('no-results', folder))
  const text = render(sampleEvidence({ cases: [], problems })).replaceAll(/\s+/g, ' ')
  expect(text).toContain(told)
  expect(text).toContain('no results in it: ')
  expect(text).not.toMatch(/empty|folder holds/)
})

test('problems of every kind are seen, however many there are of one', () => {
  const problems = [
    ...Array.from({ length: 500 }, (_, at) => problem('file-changed', `allure-results/${at}.json`)),
    problem('failed-fixture', 'a-container.json', { message: 'no browser was found' }),
  ]
  const text = render(sampleEvidence({ problems }))
  expect(text).toContain('no browser was found')
  expect(text).toMatch(/… and \d+ more/)
})
