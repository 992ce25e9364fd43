// Calendars are edited by hand too: a day in the wrong place would move a deadline without a word.
import { expect, test } from 'vitest'
import { mergeExtraDays, parseCalendar, parseExtraDays } from './parse-calendar.ts'

const file = 'policy/calendars/GB-ENG.yaml'
const text = `region: GB-ENG
weekend: [6, 7]
years:
  2026:
    - { date: 2026-12-25, name: Christmas Day }
    - { date: 2026-12-28, name: Boxing Day }
  2027: []
`
const parse = (written = text, name = file) => parseCalendar({ file: name, text: written })
const read = () => {
  const parsed = parse()
  if (!parsed.ok) throw new Error('the sample does not read')
  return parsed.value
}
const extra = (written: string) =>
  parseExtraDays({ file: 'policy/calendars/GB-ENG.extra.yaml', text: written }, read())
function places(parsed: ReturnType<typeof extra> | ReturnType<typeof parse>): string[] {
  if (parsed.ok) return []
  return parsed.problems.map(({ line, column, path, expected }) => `${line}:${column} ${path}: ${expected}`)
}

test('a calendar is read by its years', () => {
  expect(read()).toMatchObject({ region: 'GB-ENG', years: { 2027: [] } })
})

test.each([
  ['2026-12-25', '2025-12-25', '5:15 years.2026[0].date: a day of 2026'],
  ['2026-12-25', '2026-12-32', '5:15 years.2026[0].date: a date such as 2026-12-25'],
  ['region: GB-ENG', 'region: US', '1:9 region: GB-ENG, as its file is named'],
  ['[6, 7]', '[0]', '2:11 weekend[0]: a number >=1'],
  ['  2027', '  27', '7:7 years.27: a year'],
])('%s as %s is refused', (from, to, told) => {
  expect(places(parse(text.replace(from, to)))).toEqual([told])
})

test('days that people know better are added and taken away', () => {
  const parsed = extra('add: [{ date: 2026-05-08, name: A day of joy }]\nremove: [2026-12-28]\n')
  if (!parsed.ok) throw new Error('the days do not read')
  expect(mergeExtraDays(read(), parsed.value).years).toEqual({
    2026: [
      { date: '2026-05-08', name: 'A day of joy' },
      { date: '2026-12-25', name: 'Christmas Day' },
    ],
    2027: [],
  })
})

test('what changes nothing, or stands alone, is a slip', () => {
  expect(places(extra('add: [{ date: 2031-05-08, name: x }]'))).toEqual([
    '1:15 add[0].date: a day of a year that GB-ENG has',
  ])
  expect(places(extra('remove: [2026-12-27]'))).toEqual(['1:10 remove[0]: a holiday of GB-ENG'])
  expect(parseExtraDays({ file: 'XX.extra.yaml', text: '' }, null)).toMatchObject({ ok: false })
})
