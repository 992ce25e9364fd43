// The calendars that somebody names, each with the days that people added by hand. One that nobody wrote is left out:
// what it would say is unknown.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { extraDaysSchema, type Calendar, type Calendars } from '../release/calendar/calendar.ts'
import { mergeExtraDays, parseCalendar, parseExtraDays } from '../release/calendar/parse-calendar.ts'
import { readChecked, readOptional, type Checked } from './read-checked.ts'

type Place = {
  readonly cwd: string
  /** policy/calendars, relative to it. */
  readonly folder: string
}

/** The calendars of the regions, as far as they are there. */
export function readCalendars(place: Place, regions: readonly string[]): Checked<Calendars> {
  const wanted = [...new Set(regions)].filter((region) => isFileName(region) && isThere(place, region))
  const read = wanted.map((region) => readCalendar(place, region))
  const found = read.flatMap(({ value }) => (value ? [[value.region, value] as const] : []))
  return {
    value: Object.fromEntries(found),
    inputs: read.flatMap(({ inputs }) => inputs),
    problems: read.flatMap(({ problems }) => problems),
  }
}

/** A region is part of a path here, and comes from a file. */
function isFileName(region: string): boolean {
  return /^[\w-]+$/.test(region)
}

function isThere({ cwd, folder }: Place, region: string): boolean {
  return existsSync(resolve(cwd, folder, `${region}.yaml`))
}

function readCalendar({ cwd, folder }: Place, region: string): Checked<Calendar> {
  const calendar = readChecked({ cwd, file: `${folder}/${region}.yaml` }, parseCalendar)
  const own = calendar.value
  const extra = readOptional(
    { cwd, file: `${folder}/${region}.extra.yaml` },
    (source) => parseExtraDays(source, own),
    extraDaysSchema.parse({}),
  )
  return {
    value: own && extra.value ? mergeExtraDays(own, extra.value) : null,
    inputs: [...calendar.inputs, ...extra.inputs],
    problems: [...calendar.problems, ...extra.problems],
  }
}
