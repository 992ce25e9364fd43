// Calendars as they are written: the list that a program made, and beside it the days that people added or took away.
import { byText } from '../by-text.ts'
import { parseYaml } from '../parse-document.ts'
import type { Parsed, Problem } from '../problem.ts'
import { calendarSchema, extraDaysSchema, type Calendar, type ExtraDays } from './calendar.ts'

type Source = { readonly file: string; readonly text: string }

/** A checked calendar; its file must be named as its region is, since that is how tenants name it. */
export function parseCalendar(source: Source): Parsed<Calendar> {
  const name = nameRegion(source.file)
  const schema = calendarSchema.refine(({ region }) => region === name, {
    path: ['region'],
    message: `${name}, as its file is named`,
  })
  return parseYaml(source, schema)
}

/** `policy/calendars/GB-ENG.extra.yaml` → `GB-ENG` */
export function nameRegion(file: string): string {
  return file.replace(/^.*\//, '').replace(/(\.extra)?\.ya?ml$/, '')
}

export function isExtra(file: string): boolean {
  return /\.extra\.ya?ml$/.test(file)
}

/** The days added and taken away; only such as change something, for what changes nothing is a slip. */
export function parseExtraDays(source: Source, calendar: Calendar | null): Parsed<ExtraDays> {
  if (!calendar) return { ok: false, problems: [alone(source.file)] }
  const schema = extraDaysSchema.superRefine(({ add, remove }, context) => {
    const tell = (message: string, input: string, path: (string | number)[]): void => {
      context.issues.push({ code: 'custom', message, input, path })
    }
    for (const [index, { date }] of add.entries())
      if (!Object.hasOwn(calendar.years, date.slice(0, 4)))
        tell(`a day of a year that ${calendar.region} has`, date, ['add', index, 'date'])
    for (const [index, date] of remove.entries())
      if (!isHoliday(calendar, date)) tell(`a holiday of ${calendar.region}`, date, ['remove', index])
  })
  return parseYaml(source, schema)
}

function isHoliday({ years }: Calendar, date: string): boolean {
  return (years[date.slice(0, 4)] ?? []).some((holiday) => holiday.date === date)
}

function alone(file: string): Problem {
  return {
    file,
    path: '',
    expected: `the calendar of ${nameRegion(file)} beside it`,
    received: 'none that can be read',
    remedy: 'Write that calendar, or mend the name of this file.',
  }
}

/** The calendar with the days that people know better. */
export function mergeExtraDays(calendar: Calendar, { add, remove }: ExtraDays): Calendar {
  const years = Object.entries(calendar.years).map(([year, holidays]) => [
    year,
    [
      ...holidays.filter(({ date }) => !remove.includes(date)),
      ...add.filter(({ date }) => date.startsWith(`${year}-`)),
    ].toSorted(byText(({ date }) => date)),
  ])
  return { ...calendar, years: Object.fromEntries(years) as Calendar['years'] }
}
