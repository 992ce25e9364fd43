// Days without deployments: whole ones in the policy's zone, or from one moment to another.
import { expect, test } from 'vitest'
import { parseFreezes, resolveFreeze } from './freezes.ts'

const parse = (text: string, zone = 'Europe/London') => parseFreezes({ file: 'freezes.yaml', text }, zone)
function tell(freeze: string, zone?: string): string[] {
  const parsed = parse(`freezes:\n  - { ${freeze}, reason: peak }\n`, zone)
  if (parsed.ok) return []
  return parsed.problems.map(({ line, column, path, expected }) => `${line}:${column} ${path}: ${expected}`)
}
const resolve = (from: string, to: string, zone: string): unknown =>
  JSON.parse(JSON.stringify(resolveFreeze({ from, to }, zone)))

test('a day is the whole of it, where the platform is at home', () => {
  expect(resolve('2026-12-18', '2026-12-18', 'America/New_York')).toEqual({
    start: '2026-12-18T05:00:00Z',
    end: '2026-12-19T05:00:00Z',
  })
  // Clocks skip midnight there on that day.
  expect(resolve('2021-03-27', '2021-03-27', 'Asia/Gaza')).toEqual({
    start: '2021-03-26T22:00:00Z',
    end: '2021-03-27T21:00:00Z',
  })
  expect(resolve('2026-12-18T09:00', '2026-12-18T10:00Z', 'Asia/Dubai')).toEqual({
    start: '2026-12-18T05:00:00Z',
    end: '2026-12-18T10:00:00Z',
  })
  expect(resolve('2027-03-28T01:30', '2027-03-29', 'Europe/London')).toBeNull()
})

test('an empty file has none', () => {
  for (const text of ['', '# none this year\n', '\r\n# none this year\r\n', 'freezes: []'])
    expect(parse(text)).toEqual({ ok: true, value: [] })
})

test('each is looked at whatever is wrong with others', () => {
  const parsed = parse(
    'freezes:\n  - { from: soon, to: 2026-12-17 }\n  - { from: 2026-12-18, to: 2026-12-17, reason: x }\n',
  )
  expect(parsed.ok ? [] : parsed.problems.map(({ path, line }) => `${line} ${path}`)).toEqual([
    '2 freezes[0].from',
    '2 freezes[0].reason',
    '3 freezes[1].to',
  ])
})

test.each([
  ['from: 2026-12-18, to: 2026-12-18', []],
  ['from: 2026-12-18, to: 2026-12-17', ['2:29 freezes[0].to: a day or time after 2026-12-18']],
  [
    'from: 2026-12-18T09:00, to: 2026-12-18T09:00',
    ['2:35 freezes[0].to: a day or time after 2026-12-18T09:00'],
  ],
  [
    'from: soon, to: 2026-12-17',
    ['2:13 freezes[0].from: a day such as 2026-12-18, or a time such as 2026-12-18T09:00'],
  ],
  [
    'from: 2027-03-28T01:30, to: 2027-03-29',
    ['2:13 freezes[0].from: a time that there is in Europe/London: its clocks skip this one'],
  ],
  ['from: 2026-12-18, to: 2026-12-18, tenants: []', ['2:50 freezes[0].tenants: a list of >=1 items']],
])('%s', (freeze, told) => {
  expect(tell(freeze)).toEqual(told)
})
