// What YAML allows and nobody could read twice in one way.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseYaml } from './parse-document.ts'

const read = (text: string) => parseYaml({ file: 'policy.yaml', text }, z.unknown())

test.each([
  ['as a number and in quotes', '2026: [a]\n"2026": []\n', 'the key "2026" once more, written otherwise'],
  ['as nothing and in quotes', '~: 1\n"": 2\n', 'the key "" once more, written otherwise'],
  ['by another name', 'a: &k b\n*k : 2\n', 'a key that is no text'],
  ['as a list', 'a: 1\n[b]: 1\n', 'a key that is no text'],
])('a key written %s is refused with its place', (_what, text, received) => {
  expect(read(text)).toMatchObject({ ok: false, problems: [{ line: 2, column: 1, received }] })
})

test('the same key twice is told once', () => {
  expect(read('a: 1\na: 2\n')).toMatchObject({
    problems: [{ line: 2, received: expect.stringMatching(/^Map keys must be unique/) }],
  })
})

test('keys of several maps have nothing to do with each other', () => {
  expect(read('2026: { 2026: 1 }\n2027: { "2026": 2 }\n')).toEqual({
    ok: true,
    value: { 2026: { 2026: 1 }, 2027: { 2026: 2 } },
  })
})

test.each(['.inf', '-.inf', '.nan'])(
  '%s is told as the number that it is, which JSON has no word for',
  (text) => {
    const parsed = parseYaml({ file: 'policy.yaml', text: `a: ${text}\n` }, z.object({ a: z.number() }))
    const received = { '.inf': 'Infinity', '-.inf': '-Infinity', '.nan': 'NaN' }[text]
    expect(parsed).toMatchObject({ ok: false, problems: [{ received }] })
  },
)
