// The holidays of a region, by a library that knows them. Only the calendars' own command asks it: judgements read files.
import Holidays from 'date-holidays'
import { createRequire } from 'node:module'
import { byText } from '../src/release/by-text.ts'
import type { Calendar, Holiday } from '../src/release/calendar/calendar.ts'
import { ConfigurationError, makeFlagProblem } from '../src/release/problem.ts'

const library = 'date-holidays'

type Span = { readonly first: number; readonly last: number }

/** The holidays that close offices, substitute days and half days included; those of several days are written out. */
export function makeCalendar(region: string, { first, last }: Span): Calendar {
  const [country = '', part, ...further] = region.split('-')
  const known = new Holidays()
  const isKnown = Object.hasOwn(known.getCountries(), country) && hasPart(known.getStates(country), part)
  if (!isKnown || further.length > 0) throw new ConfigurationError([unknownRegion(region)])
  const source = part === undefined ? new Holidays(country) : new Holidays(country, part)
  // A holiday of several days may have begun in the year before.
  const asked = Array.from({ length: last - first + 2 }, (_, index) => first - 1 + index)
  const days = asked.flatMap((year) =>
    source
      .getHolidays(year, 'en')
      .filter(({ type }) => type === 'public' || type === 'bank')
      .flatMap(listDays),
  )
  const years = asked.slice(1).map((year) => [year, pickYear(days, year)])
  return {
    region,
    weekend: readWeekend(country),
    source: { library, version: readVersion() },
    years: Object.fromEntries(years) as Calendar['years'],
  }
}

function hasPart(parts: unknown, part: string | undefined): boolean {
  return part === undefined || Object.hasOwn((parts as object | undefined) ?? {}, part)
}

function unknownRegion(region: string) {
  return makeFlagProblem('region', {
    expected: `a region that ${library} knows`,
    received: region,
    remedy: `Mend the name, or write policy/calendars/${region}.yaml by hand.`,
  })
}

/** The library counts in its own zone's hours, and some days of it begin at sunset: the day it is written under is the first. */
function listDays({
  date,
  name,
  start,
  end,
}: {
  date: string
  name: string
  start: Date
  end: Date
}): Holiday[] {
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000))
  const first = Temporal.PlainDate.from(date.slice(0, 10))
  return Array.from({ length: days }, (_, index) => ({ date: first.add({ days: index }).toString(), name }))
}

/** Two holidays may fall on one day, which is off once. */
function pickYear(days: readonly Holiday[], year: number): Holiday[] {
  const byDate = new Map<string, string>()
  for (const { date, name } of days)
    if (date.startsWith(`${year}-`))
      byDate.set(date, [...new Set([byDate.get(date) ?? name, name])].join(' and '))
  return [...byDate].map(([date, name]) => ({ date, name })).toSorted(byText(({ date }) => date))
}

function readWeekend(country: string): number[] {
  return [...new Intl.Locale(`und-${country}`).getWeekInfo().weekend]
}

function readVersion(): string {
  const found = createRequire(import.meta.url)(`${library}/package.json`) as { version: string }
  return found.version
}
