// When nothing is deployed, whatever else holds: the weeks before a feast, or a tenant's own great day.
import { z } from 'zod'
import { parseYaml } from './parse-document.ts'
import { joinProblems, type Parsed } from './problem.ts'
import { resolveTime, timeSchema, type Resolved } from './wall-time.ts'
import { writtenText as text } from './written-text.ts'

const date = z.iso.date()
const moment = z.union([date, timeSchema], 'a day such as 2026-12-18, or a time such as 2026-12-18T09:00')

/** policy/freezes.yaml: whole days, or wall times, in the policy's zone. */
export const freezesFileSchema = z.strictObject({
  freezes: z.array(
    z.strictObject({
      from: moment,
      /** A day is its last one. */
      to: moment,
      reason: text,
      /** Only for these; everybody's without it. */
      tenants: z.array(text).min(1).optional(),
    }),
  ),
})

export type Freeze = z.output<typeof freezesFileSchema>['freezes'][number]

/** From the first moment to the one after the last. */
export type Frozen = { readonly start: Temporal.Instant; readonly end: Temporal.Instant }

/** When it holds; null where its times are none in the zone, which parseFreezes refuses. */
export function resolveFreeze({ from, to }: Pick<Freeze, 'from' | 'to'>, zone: string): Frozen | null {
  const start = resolveMoment(from, { zone, days: 0 })
  const end = resolveMoment(to, { zone, days: 1 })
  return start.instant && end.instant ? { start: start.instant, end: end.instant } : null
}

type Edge = { readonly zone: string; readonly days: number }

/** A day begins with its first moment, which is not midnight everywhere. */
function resolveMoment(written: string, { zone, days }: Edge): Resolved {
  if (!date.safeParse(written).success) return resolveTime(written, zone)
  return { instant: Temporal.PlainDate.from(written).add({ days }).toZonedDateTime(zone).toInstant() }
}

/** Of each freeze its edges, where they are written as such: they are looked at whatever is wrong beside them. */
const edgesSchema = z.looseObject({
  freezes: z.array(z.looseObject({ from: moment, to: moment }).nullable().catch(null)).catch([]),
})

/** The freezes of a checked file, or everything that is wrong with it; an empty file has none. */
export function parseFreezes(
  source: { readonly file: string; readonly text: string },
  zone: string,
): Parsed<readonly Freeze[]> {
  const isEmpty = source.text.split(/\r?\n/).every((line) => /^\s*(#.*)?$/.test(line))
  const whole = isEmpty ? { ...source, text: 'freezes: []' } : source
  const schema = edgesSchema.superRefine(({ freezes }, context) => {
    for (const [index, freeze] of freezes.entries())
      for (const { key, expected } of freeze ? findWrong(freeze, zone) : []) {
        const path = ['freezes', index, key]
        context.issues.push({ code: 'custom', message: expected, input: freeze?.[key], path })
      }
  })
  const parsed = parseYaml(whole, freezesFileSchema)
  const edges = parseYaml(whole, schema)
  if (parsed.ok && edges.ok) return { ok: true, value: parsed.value.freezes }
  return { ok: false, problems: joinProblems([parsed, edges]) }
}

type WrongEdge = { readonly key: 'from' | 'to'; readonly expected: string }

function findWrong(freeze: Pick<Freeze, 'from' | 'to'>, zone: string): WrongEdge[] {
  const edges = [
    { key: 'from', resolved: resolveMoment(freeze.from, { zone, days: 0 }) },
    { key: 'to', resolved: resolveMoment(freeze.to, { zone, days: 1 }) },
  ] as const
  const none = edges.flatMap(({ key, resolved }) =>
    resolved.instant === null ? [{ key, expected: resolved.expected }] : [],
  )
  const frozen = resolveFreeze(freeze, zone)
  if (frozen && Temporal.Instant.compare(frozen.start, frozen.end) >= 0)
    return [{ key: 'to', expected: `a day or time after ${freeze.from}` }]
  return none
}
