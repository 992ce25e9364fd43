// Two schemas of one value → what breaks whoever reads it in an answer, or writes it in a request.
import { compareFormats, compareLimits } from './compare-limits.ts'
import { isFields, type Fields } from '../fields.ts'
import { referenceOf } from './follow-reference.ts'
import {
  flatten,
  isAmong,
  listLost,
  mergeShapes,
  resolveSchema,
  saysNothing,
  typesOf,
} from './schema-shape.ts'
import type { Sides, Spot } from './spot.ts'

type Walk = Spot & {
  /** Pairs on the way here: schemas may contain themselves, by a reference or by a part or choice that is one. */
  readonly seen: readonly Sides<Fields>[]
}

export function compareSchemas(schemas: Sides<unknown>, spot: Spot): void {
  compare(schemas, { ...spot, seen: [] })
}

function compare(schemas: Sides<unknown>, walk: Walk): void {
  tellLost(schemas, walk)
  const before = resolveSchema(schemas.before, walk.contract.before)
  const after =
    resolveSchema(schemas.after, walk.contract.after) ?? (referenceOf(schemas.after) ? null : anything)
  if (!before || !after) return
  if (walk.seen.some((pair) => pair.before === before && pair.after === after)) return
  const inner = { ...walk, seen: [...walk.seen, { before, after }] }
  compareTypes({ before, after }, inner)
  compareProperties({ before, after }, inner)
  compareValues(
    {
      before: mergeShapes(before, { contract: walk.contract.before }),
      after: mergeShapes(after, { contract: walk.contract.after }),
    },
    inner,
  )
}

/** Where no schema is there any more, a value may be whatever it likes. */
const anything: Fields = {}

/** What cannot be read is neither kept nor gone. */
function tellLost({ before, after }: Sides<unknown>, { contract, lose, place }: Walk): void {
  for (const reference of listLost(before, { contract: contract.before }))
    lose(`as it was before: ${place}: ${reference}`)
  for (const reference of listLost(after, { contract: contract.after })) lose(`${place}: ${reference}`)
}

/** What is said of a value itself, of each in a list, and of each in a map. */
function compareValues({ before, after }: Sides<Fields>, walk: Walk): void {
  compareFormats({ before, after }, walk)
  compareLimits({ before, after }, walk)
  compareChoices({ before, after }, walk)
  if (before['items'] !== undefined)
    compare({ before: before['items'], after: after['items'] }, { ...walk, place: `${walk.place}[]` })
  const [was, now] = [before, after].map((schema) => schema['additionalProperties'])
  if (isFields(was) && isFields(now))
    compare({ before: was, after: now }, { ...walk, place: `${walk.place}.*` })
}

/** An answer may not gain a type, and what is written may not lose one. */
function compareTypes({ before, after }: Sides<Fields>, { contract, report, place, isAnswer }: Walk): void {
  const was = typesOf(before, { contract: contract.before })
  const now = typesOf(after, { contract: contract.after })
  const [narrow, wide] = isAnswer ? [now, was] : [was, now]
  const isOpen = narrow.length === 0 && saysNothing(isAnswer ? after : before)
  if (wide.length > 0 && (isOpen || narrow.some((type) => !isAmong(type, wide))))
    report('type-changed', place, `${was.join('|') || 'any'} → ${now.join('|') || 'any'}`)
}

function compareProperties({ before, after }: Sides<Fields>, walk: Walk): void {
  const was = flatten(before, { contract: walk.contract.before })
  const now = flatten(after, { contract: walk.contract.after })
  const place = (name: string) => `${walk.place}.${name}`
  for (const [name, schema] of Object.entries(was.properties)) {
    if (Object.hasOwn(now.properties, name))
      compare({ before: schema, after: now.properties[name] }, { ...walk, place: place(name) })
    else if (walk.isAnswer) walk.report('field-removed', place(name), '')
  }
  const [always, still] = walk.isAnswer ? [was, now] : [now, was]
  for (const name of always.required.filter((required) => !still.required.includes(required))) {
    if (!walk.isAnswer) walk.report('now-demanded', place(name), '')
    else if (Object.hasOwn(now.properties, name)) walk.report('no-longer-always', place(name), '')
  }
}

/** A value that clients write may not become unknown. New values in answers are told apart by clients that must. */
function compareChoices({ before, after }: Sides<Fields>, { report, place, isAnswer }: Walk): void {
  const [was, now] = [before, after].map(choicesOf)
  if (isAnswer || !now) return
  if (!was) return report('limit-narrowed', place, `any → ${now.map(String).join('|')}`)
  const gone = was.filter((value) => !now.includes(value))
  if (gone.length > 0) report('value-removed', place, gone.map(String).join(', '))
}

function choicesOf(schema: Fields): readonly unknown[] | null {
  if (Object.hasOwn(schema, 'const')) return [schema['const']]
  return Array.isArray(schema['enum']) ? schema['enum'] : null
}
