// A rule is four files: itself, its test, its section in the handbook, and an acceptance case that it stops. This test
// refuses fewer, in both directions.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { problemKinds } from '../../evidence/evidence.ts'
import { ruleIds, rules } from './rules.ts'

const here = new URL('.', import.meta.url)
const root = new URL('../../../', here)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

test('each rule has a file and a test of its name, and there are no others', () => {
  const files = readdirSync(here).filter((name) => !name.startsWith('rules.'))
  expect(files.toSorted()).toEqual(ruleIds.flatMap((id) => [`${id}.test.ts`, `${id}.ts`]).toSorted())
})

test('each rule has a section in docs/rules.md, and there are no others', () => {
  const sections = [...read('docs/rules.md').matchAll(/^### `([a-z-]+)`$/gm)].map(([, id]) => id ?? '')
  expect(sections.toSorted()).toEqual(ruleIds.toSorted())
})

test('each rule has an acceptance case that it stops, or warns of where it never stops any', () => {
  const cases = readdirSync(new URL('test/acceptance/', root), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  const expected = cases.map(
    ({ name }) =>
      JSON.parse(read(`test/acceptance/${name}/expected.json`)) as { outcomes: Record<string, string> },
  )
  const stopping = rules
    .filter(({ id, worst }) => expected.some(({ outcomes }) => outcomes[id] === worst))
    .map(({ id }) => id)
  expect(stopping).toEqual(ruleIds)
})

test('the settings of a rule are strict and complete without a word', () => {
  for (const { id, settings } of rules) {
    expect(settings.safeParse({}).success, id).toBe(true)
    expect(settings.safeParse({ unknown: 1 }).success, id).toBe(false)
    expect(z.toJSONSchema(settings, { io: 'input' }), id).toBeTypeOf('object')
  }
})

test('every kind of problem is some rule’s', () => {
  const sources = ruleIds.map((id) => read(`src/gate/rules/${id}.ts`)).join('\n')
  // These three are told by what they lead to: a case without a result, a status that is none, a result without a time,
  // a run without a seal, and an interruption, which the seal itself holds.
  const seenOtherwise = ['missing-result', 'unknown-status', 'missing-start', 'not-sealed', 'interrupted']
  expect(problemKinds.filter((kind) => !sources.includes(`'${kind}'`)).toSorted()).toEqual(
    seenOtherwise.toSorted(),
  )
})
