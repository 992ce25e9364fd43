// In what one policy asks less than another. A gate is seldom taken away; it is made a little wider each time, and every
// time for a good reason, so each step of it is named.
import type { RulePolicy } from './policy.ts'
import type { Direction, Rule } from '../rule.ts'
import { rules } from '../rules/rules.ts'
import { writtenLevels } from '../../release/policy.ts'
import { describeScope } from '../scope.ts'

/** What holds for one kind of release. What is `undefined` beside the rules was not kept, so nothing is said of it. */
export type InForce = {
  readonly suite?: string | null | undefined
  readonly zone?: string | undefined
  readonly calendar?: string | null | undefined
  readonly rules: Readonly<Record<string, RuleInForce>>
}

/** A rule of the team's own has the digest of its module too: no setting says what became of it. */
export type RuleInForce = RulePolicy & { readonly module?: string | undefined }

const known: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]))

/** One phrase for each thing that became looser, by rule and in their order. */
export function findLoosened(before: InForce, after: InForce): string[] {
  const own = Object.keys(before.rules).filter((id) => !known.has(id))
  const ids = [...known.keys(), ...own.toSorted()]
  return [
    ...compareSuites(before.suite, after.suite),
    ...compareHomes(before, after),
    ...ids.flatMap((id) => compareRule(id, before, after)),
  ]
}

/** Another zone moves every cut-off, freeze and quiet hour, and another calendar the working days: which way depends on the day. */
function compareHomes(before: InForce, after: InForce): string[] {
  return (['zone', 'calendar'] as const).flatMap((name) => {
    const [old, now] = [before[name], after[name]]
    if (old === undefined || now === undefined || old === now) return []
    return [`${name} changed, ${old ?? 'none'} → ${now ?? 'none'}`]
  })
}

function compareSuites(before: InForce['suite'], after: InForce['suite']): string[] {
  if (before === undefined || after === undefined || after === null || before === after) return []
  return [`suite: ${before ?? 'every scenario'} → ${after}`]
}

/** A rule that there was not yet took nothing away; one that is gone did. */
function compareRule(id: string, { rules: before }: InForce, { rules: after }: InForce): string[] {
  const [old, now] = [before[id], after[id]]
  if (!old || old.level === 'off') return []
  if (!now || now.level === 'off') return [`${id}: ${old.level} → ${now ? 'off' : 'gone'}`]
  const isWeaker = writtenLevels.indexOf(now.level) > writtenLevels.indexOf(old.level)
  const phrases = [
    ...(isWeaker ? [`${old.level} → ${now.level}`] : []),
    ...compareSettings(known.get(id), old, now),
    ...compareScopes(old, now),
    ...compareModules(old, now),
  ]
  return phrases.map((phrase) => `${id}: ${phrase}`)
}

/** Whether one scope holds the other cannot be told in general, so any other one is named. */
function compareScopes({ scope: old }: RulePolicy, { scope: now }: RulePolicy): string[] {
  const [before, after] = [old, now].map((scope) => (scope ? describeScope(scope) : 'every case'))
  return now === undefined || before === after ? [] : [`scope ${before} → ${after}`]
}

/** Whether it asks less now only its reader can tell. */
function compareModules({ module: old }: RuleInForce, { module: now }: RuleInForce): string[] {
  if (old === undefined || now === undefined || old === now) return []
  return [`its module changed, ${old.slice(0, 12)} → ${now.slice(0, 12)}`]
}

function compareSettings(rule: Rule | undefined, old: RulePolicy, now: RulePolicy): string[] {
  const [before, after] = [complete(rule, old), complete(rule, now)]
  const names = Object.keys({ ...before, ...after })
  return names.flatMap((name) => {
    const pair = { name, before: before[name], after: after[name] }
    return compareValues(pair, rule?.looser?.[name])
  })
}

/** With its defaults; as it was written where a rule of another version cannot read it. */
function complete(rule: Rule | undefined, { settings }: RulePolicy): Readonly<Record<string, unknown>> {
  return rule?.settings.safeParse(settings).data ?? settings
}

type Pair = { readonly name: string; readonly before: unknown; readonly after: unknown }

function compareValues({ name, before, after }: Pair, direction: Direction | undefined): string[] {
  if (toText(before) === toText(after)) return []
  if (direction === undefined) return [`${name} changed, ${toText(before)} → ${toText(after)}`]
  if (Array.isArray(before) && Array.isArray(after)) return compareLists({ name, before, after }, direction)
  if (isRecord(before) && isRecord(after)) return compareLimits({ name, before, after }, direction)
  return isLooser({ name, before, after }, direction) ? [`${name} ${toText(before)} → ${toText(after)}`] : []
}

/** An entry that was not there excuses something that was not excused. */
function compareLists(
  { name, before, after }: { name: string; before: readonly unknown[]; after: readonly unknown[] },
  direction: Direction,
): string[] {
  const [few, many] = direction === 'less' ? [after, before] : [before, after]
  const was = new Set(few.map(nameEntry))
  return many
    .map(nameEntry)
    .filter((entry) => !was.has(entry))
    .map((entry) => `${name} ${entry}`)
}

/** What an entry excuses stands first in it, and why comes after; one without a reason is what it is as a whole. */
function nameEntry(entry: unknown): string {
  const isExcuse = isRecord(entry) && 'reason' in entry
  return toText(isExcuse ? Object.values(entry).find((value) => value !== undefined) : entry)
}

type Limits = Readonly<Record<string, unknown>>

/** Limits by name: without one there is none. */
function compareLimits(
  { name, before, after }: { name: string; before: Limits; after: Limits },
  direction: Direction,
): string[] {
  return Object.keys({ ...before, ...after }).flatMap((key) => {
    const [old, now] = [before[key], after[key]]
    if (Array.isArray(old) && Array.isArray(now))
      return compareLists({ name: `${name} ${key}`, before: old, after: now }, direction)
    const pair = { name: `${name} ${key}`, before: before[key] ?? Infinity, after: after[key] ?? Infinity }
    return isLooser(pair, direction) ? [`${pair.name} ${toText(pair.before)} → ${toText(pair.after)}`] : []
  })
}

function isLooser({ before, after }: Pair, direction: Direction): boolean {
  // Hours of a day are texts, and sort as such.
  if (typeof before === 'string' && typeof after === 'string' && typeof direction === 'string')
    return direction === 'less' ? after < before : after > before
  const [old, now] = [before, after].map((value) =>
    typeof direction === 'object' ? direction.indexOf(String(value)) : Number(value),
  )
  const growth = (now ?? 0) - (old ?? 0)
  return direction === 'less' ? growth < 0 : growth > 0
}

function isRecord(value: unknown): value is Limits {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function toText(value: unknown): string {
  if (value === undefined) return 'none'
  if (typeof value === 'string') return value
  return value === Infinity ? 'none' : JSON.stringify(value)
}
