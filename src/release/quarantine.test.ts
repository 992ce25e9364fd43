// An entry without somebody who answers for it is none.
import { expect, test } from 'vitest'
import { parseQuarantine } from './quarantine.ts'

const good = {
  case: 'a',
  owner: 'a.person@example.com',
  link: 'https://tracker.example.com/1',
  reason: 'Rounds wrongly',
  created: '2026-11-01',
  expires: '2026-11-30',
}
type Fields = Record<string, string | undefined>
const write = (change: Fields): string => {
  const lines = Object.entries({ ...good, ...change }).filter(([, value]) => value !== undefined)
  return `- ${lines.map(([key, value]) => `${key}: ${value}`).join('\n  ')}\n`
}
const parse = (text: string) => parseQuarantine({ file: 'policy/quarantine.yaml', text })
const named = { case: undefined, feature: 'Opening', scenario: 'A wallet opens' }

test('entries name a case, or a scenario of a feature', () => {
  expect(parse(write({}))).toEqual({ ok: true, value: [good] })
  expect(parse(write(named)).ok).toBe(true)
  expect(parse(write({ ...named, tenant: 'maple' })).ok).toBe(true)
})

test('an empty file is an empty list', () => {
  expect(parse('# nothing at the moment\n')).toEqual({ ok: true, value: [] })
})

test.each([
  [{ owner: undefined }, '[0].owner'],
  [{ reason: undefined }, '[0].reason'],
  [{ owner: '" "' }, '[0].owner'],
  [{ reason: '"\u2060"' }, '[0].reason'],
  [{ link: undefined }, '[0].link'],
  [{ link: 'later' }, '[0].link'],
  [{ link: 'file:///etc/passwd' }, '[0].link'],
  [{ created: undefined }, '[0].created'],
  [{ expires: undefined }, '[0].expires'],
  [{ expires: '2026-02-30' }, '[0].expires'],
  [{ expires: '2026-10-31' }, '[0].expires'],
  [{ feature: 'Opening' }, '[0]'],
  [{ case: undefined }, '[0]'],
  [{ case: undefined, scenario: 'A wallet opens' }, '[0]'],
  [{ tenant: 'maple' }, '[0]'],
  [{ until: '2027-01-01' }, '[0]'],
] as [Fields, string][])('refuses an entry with %j', (change, path) => {
  const parsed = parse(write(change))
  expect(parsed).toMatchObject({ ok: false, problems: [{ file: 'policy/quarantine.yaml', path }] })
  expect(parsed.ok || parsed.problems[0]?.line).toBeTypeOf('number')
})

test('refuses what is no list', () => {
  expect(parse('quarantine: []').ok).toBe(false)
})
