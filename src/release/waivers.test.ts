// A waiver is written by hand and lets something through: what is not said in full is refused with its place.
import { expect, test } from 'vitest'
import { parseWaivers } from './waivers.ts'

const known = ['no-failures', 'no-friday']
const good = [
  '- rule: no-failures',
  '  cases: [A wallet is opened]',
  '  reason: because',
  '  owner: a@example.com',
  '  link: https://tracker.example/1',
  '  created: 2026-11-01',
  '  expires: 2026-12-01',
]
const parse = (lines: readonly string[]) =>
  parseWaivers({ file: 'waivers.yaml', text: lines.join('\n') }, known)
function places(lines: readonly string[]): string[] {
  const read = parse(lines)
  return read.ok ? [] : read.problems.map(({ path, line, column }) => `${line}:${column} ${path}`)
}
const change = (key: string, line: string): string[] =>
  good.map((one) => (one.includes(`${key}:`) ? line : one)).filter((one) => one !== '')

test('a whole one is read, and an empty file is an empty list', () => {
  expect(parse(good)).toMatchObject({ ok: true, value: [{ rule: 'no-failures', expires: '2026-12-01' }] })
  for (const text of ['', '# nothing yet\n']) expect(parse([text])).toEqual({ ok: true, value: [] })
})

test.each([
  ['rule', '- rule: no-failure', '1:9 [0].rule'],
  ['cases', '  cases: []', '2:10 [0].cases'],
  ['cases', '  case: a', '2:3 [0]'],
  ['owner', '', '1:3 [0].owner'],
  ['owner', '  owner: " "', '4:10 [0].owner'],
  ['reason', '  reason: "\u200B \u00A0"', '3:11 [0].reason'],
  ['cases', '  cases: ["\\t"]', '2:11 [0].cases[0]'],
  ['link', '  link: OPS-12', '5:9 [0].link'],
  ['created', '  created: yesterday', '6:12 [0].created'],
  ['expires', '  expires: 2026-12-02', '7:12 [0].expires'],
  ['expires', '  expires: 2026-10-31', '7:12 [0].expires'],
])('%s written as %j is refused at its place', (key, line, place) => {
  expect(places(change(key, line))).toEqual([place])
})

test('without the rules there are, any may be named', () => {
  const text = change('rule', '- rule: something').join('\n')
  expect(parseWaivers({ file: 'waivers.yaml', text })).toMatchObject({ ok: true })
})
