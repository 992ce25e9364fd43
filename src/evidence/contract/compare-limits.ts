// What a value may be, beyond its type: https://json-schema.org/draft/2020-12/json-schema-validation#section-6. A client
// that sent what was allowed is refused once a limit is narrower. Readers of answers are none the worse for wider ones,
// but for a format, which says how a text is to be read.
import type { Fields } from '../fields.ts'
import type { Sides, Spot } from './spot.ts'

type Limit = {
  /** Of two values that both limit: whether the second leaves less room. */
  readonly isNarrower: (was: unknown, now: unknown) => boolean
  /** What a schema that does not say so means. */
  readonly usual?: unknown
}

const isLess: Limit['isNarrower'] = (was, now) =>
  typeof was === 'number' && typeof now === 'number' ? now < was : was !== now
const isMore: Limit['isNarrower'] = (was, now) => isLess(now, was)
const isOther: Limit['isNarrower'] = (was, now) => JSON.stringify(was) !== JSON.stringify(now)
const isNoDivisor: Limit['isNarrower'] = (was, now) =>
  !(typeof was === 'number' && typeof now === 'number' && was % now === 0)

const limits: Readonly<Record<string, Limit>> = {
  maximum: { isNarrower: isLess },
  exclusiveMaximum: { isNarrower: isLess, usual: false },
  maxLength: { isNarrower: isLess },
  maxItems: { isNarrower: isLess },
  maxProperties: { isNarrower: isLess },
  minimum: { isNarrower: isMore },
  exclusiveMinimum: { isNarrower: isMore, usual: false },
  minLength: { isNarrower: isMore, usual: 0 },
  minItems: { isNarrower: isMore, usual: 0 },
  minProperties: { isNarrower: isMore, usual: 0 },
  multipleOf: { isNarrower: isNoDivisor },
  pattern: { isNarrower: isOther },
  uniqueItems: { isNarrower: isOther, usual: false },
}

/** Each limit that is narrower now, on a value that clients send. */
export function compareLimits({ before, after }: Sides<Fields>, { report, place, isAnswer }: Spot): void {
  if (isAnswer) return
  for (const [name, { isNarrower, usual }] of Object.entries(limits)) {
    const [was, now] = [before[name] ?? usual, after[name] ?? usual]
    if (now === undefined || now === usual) continue
    if (was === undefined || isNarrower(was, now))
      report('limit-narrowed', place, `${name} ${tell(was)} → ${tell(now)}`)
  }
  if (after['additionalProperties'] === false && before['additionalProperties'] !== false)
    report('limit-narrowed', place, 'no further fields')
}

/** Formats that hold another. */
const wider: Readonly<Record<string, string>> = { int32: 'int64', float: 'double' }

/** An answer may not lose the format that readers rely on, and what is written may not gain one. */
export function compareFormats({ before, after }: Sides<Fields>, { report, place, isAnswer }: Spot): void {
  const [was, now] = [before['format'], after['format']]
  const [narrow, wide] = isAnswer ? [now, was] : [was, now]
  if (wide === undefined || narrow === wide || (typeof narrow === 'string' && wider[narrow] === wide)) return
  report('type-changed', place, `format ${tell(was)} → ${tell(now)}`)
}

function tell(value: unknown): string {
  if (value === undefined) return 'any'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
