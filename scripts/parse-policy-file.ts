// Every file that people write besides features, by the parser that the other commands use for it.
import { parsePolicy } from '../src/gate/policy/parse-policy.ts'
import { noticesFileSchema } from '../src/notice/notices-file.ts'
import { parseTexts } from '../src/notice/texts/texts.ts'
import type { Calendar } from '../src/release/calendar/calendar.ts'
import { isExtra, nameRegion, parseCalendar, parseExtraDays } from '../src/release/calendar/parse-calendar.ts'
import { tagsFileSchema } from '../src/release/free-tags.ts'
import { parseFreezes } from '../src/release/freezes.ts'
import { parseChange } from '../src/release/parse-change.ts'
import { parseYaml } from '../src/release/parse-document.ts'
import { parseRelease } from '../src/release/parse-release.ts'
import type { Parsed } from '../src/release/problem.ts'
import { parseQuarantine } from '../src/release/quarantine.ts'
import { targetSchema } from '../src/release/target.ts'
import { tenantsFileSchema } from '../src/release/tenant.ts'
import { parseWaivers } from '../src/release/waivers.ts'

export type Source = { readonly file: string; readonly text: string }

/** What a file can only be understood with. */
export type Surroundings = {
  /** The policy's zone. */
  readonly zone: string
  /** The calendars that read, by region. */
  readonly calendars: ReadonlyMap<string, Calendar>
  /** The rules that a waiver may name. */
  readonly rules: readonly string[]
}

type Parse = (source: Source, around: Surroundings) => Parsed<unknown>

/** A file is known by its name and folder. */
export function parsePolicyFile(source: Source, around: Surroundings): Parsed<unknown> {
  return parserOf(source.file)(source, around)
}

export type PolicyFileKind =
  'target' | 'calendar' | 'extra' | 'texts' | 'change' | 'policy' | keyof typeof parsersByName

export function kindOf(file: string): PolicyFileKind {
  if (/(^|\/)targets\/[^/]+$/.test(file)) return 'target'
  if (/(^|\/)calendars\/[^/]+$/.test(file)) return isExtra(file) ? 'extra' : 'calendar'
  if (/(^|\/)texts\/[^/]+$/.test(file)) return 'texts'
  if (file.endsWith('.md')) return 'change'
  const name = file.replace(/^.*\//, '').replace(/\.ya?ml$/, '')
  return isNamed(name) ? name : 'policy'
}

function isNamed(name: string): name is keyof typeof parsersByName {
  return Object.hasOwn(parsersByName, name)
}

function parserOf(file: string): Parse {
  const kind = kindOf(file)
  return isNamed(kind) ? parsersByName[kind] : parsersByPlace[kind]
}

const parsersByName = {
  tenants: (source) => parseYaml(source, tenantsFileSchema),
  tags: (source) => parseYaml(source, tagsFileSchema),
  release: (source, { zone }) => parseRelease(source, zone),
  waivers: (source, { rules }) => parseWaivers(source, rules),
  quarantine: (source) => parseQuarantine(source),
  freezes: (source, { zone }) => parseFreezes(source, zone),
  notices: (source) => parseYaml(source, noticesFileSchema),
} satisfies Record<string, Parse>

const parsersByPlace = {
  target: (source) => parseYaml(source, targetSchema),
  calendar: (source) => parseCalendar(source),
  extra: (source, { calendars }) => parseExtraDays(source, calendars.get(nameRegion(source.file)) ?? null),
  texts: (source) => parseTexts(source),
  change: (source) => parseChange(source),
  policy: (source) => parsePolicy(source, 'scheduled'),
} satisfies Record<string, Parse>
