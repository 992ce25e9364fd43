import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import type { Case, Plan } from '../plan/plan.ts'
import type { Progress } from '../run/run-setup.ts'
import type { Seal } from '../run/seal.ts'
import { renderRunSummary, renderShortSecrets } from './render-run-summary.ts'

const explanation = { step: '', detail: '', files: [] }

function fail(at: number, message: string): Progress {
  const found = { scenario: `case ${at}`, tenant: 'maple', uri: 'f.feature', line: at } as Case
  return { kind: 'attempt', case: found, status: 'broken', willBeRetried: false, message, explanation }
}

function render(log: readonly Progress[], shard = { index: 1, total: 1 }): string {
  const seal = {
    shards: [{ ...shard, cases: log.map(() => 'x') }],
    durations: [],
    interrupted: false,
    start: 0,
    end: 1000,
  }
  const summary = {
    plan: { excluded: [] } as unknown as Plan,
    seal: seal as unknown as Seal,
    log,
    folder: 'r',
  }
  return stripVTControlCharacters(renderRunSummary(summary))
}

test('of many failures for one reason ten are shown, and how many more there are', () => {
  const gone = Array.from({ length: 300 }, (_, at) =>
    fail(at + 1, `ask${at} got no answer: connect ECONNREFUSED\n  at x`),
  )
  const text = render([...gone, fail(301, 'Anna has 400 points\nexpected 500')])
  expect(text.match(/got no answer/g)).toHaveLength(11)
  expect(text).toContain(
    '✗ 290 more for the same reason, all of them in the report:\n  ask0 got no answer: connect ECONNREFUSED\n',
  )
  expect(text).toContain('Anna has 400 points')
  expect(text).toContain('0 of 301 cases passed, 301 not passed')
})

test('a shard is not taken for the whole run', () => {
  expect(render([fail(1, 'x')], { index: 2, total: 3 })).toContain('0 of 1 cases of shard 2/3 passed')
  expect(render([fail(1, 'x')])).toContain('0 of 1 cases passed')
})

test('a hook that failed around every batch is told once', () => {
  const hook: Progress = { kind: 'hook', message: 'it was not tidied\n  at x' }
  const text = render([hook, hook])
  expect(text.match(/it was not tidied/g)).toHaveLength(1)
  expect(text).toContain('a hook failed')
})

test('an error that a passed case left behind is told', () => {
  const text = render([{ kind: 'stray', message: '"a" had passed when this came of it:\nError: x' }])
  expect(text).toContain(
    'Something that no step has awaited\n  "a" had passed when this came of it:\n  Error: x',
  )
  expect(text).toContain('an error left behind')
})

test('secrets that cannot be taken out are counted', () => {
  expect(stripVTControlCharacters(renderShortSecrets(1))).toBe(
    'A secret is shorter than 6 characters, and stays readable in what is written.',
  )
  expect(renderShortSecrets(2)).toContain('2 secrets are shorter than 6 characters, and stay readable')
})
