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

type Pair = Sides<Fields>
type Walk = Spot & {
  /** Pairs on the way here: schemas may contain themselves, by a reference or by a part or choice that is one. */
  readonly above: readonly Pair[]
  /** What stands within is looked at later. */
  readonly open: Step[]
}
type Step = Sides<unknown> & Pick<Walk, 'place' | 'above'>

/** A pair is told at each place where it stands, as long as no more than so many were met. */
const mostMet = 200

/**
 * What stands near the top comes first, so that places stay short. Schemas that refer to each other lead to one pair by more
 * ways than can be gone, so that in the end each that was met is passed over.
 */
export function compareSchemas({ before, after }: Sides<unknown>, spot: Spot): void {
  const open: Step[] = [{ before, after, place: spot.place, above: [] }]
  const isMet = makeMemory()
  for (const step of open) {
    const pair = resolvePair(step, spot)
    if (pair && (step.above.some((one) => isSame(one, pair)) || isMet(pair))) continue
    tellLost(step, { ...spot, place: step.place })
    if (pair) comparePair(pair, { ...spot, place: step.place, above: [...step.above, pair], open })
  }
}

/** Whether a pair was met before, and often enough that it need not be looked at again. */
function makeMemory(): (pair: Pair) => boolean {
  const met = new Map<Fields, Set<Fields>>()
  let times = 0
  return ({ before, after }) => {
    const known = met.get(before) ?? new Set()
    const isKnown = known.has(after)
    met.set(before, known.add(after))
    times += 1
    return isKnown && times > mostMet
  }
}

function isSame(one: Pair, other: Pair): boolean {
  return one.before === other.before && one.after === other.after
}

function resolvePair(schemas: Sides<unknown>, { contract }: Spot): Pair | null {
  const before = resolveSchema(schemas.before, contract.before)
  const after = resolveSchema(schemas.after, contract.after) ?? (referenceOf(schemas.after) ? null : anything)
  return before && after ? { before, after } : null
}

/** Looked at later, as a part of what is looked at now. */
function goInto(schemas: Sides<unknown>, name: string, { place, above, open }: Walk): void {
  open.push({ ...schemas, place: `${place}${name}`, above })
}

function comparePair({ before, after }: Sides<Fields>, inner: Walk): void {
  compareTypes({ before, after }, inner)
  compareProperties({ before, after }, inner)
  compareValues(
    {
      before: mergeShapes(before, { contract: inner.contract.before }),
      after: mergeShapes(after, { contract: inner.contract.after }),
    },
    inner,
  )
}

/** Where no schema is there any more, a value may be whatever it likes. */
const anything: Fields = {}

/** What cannot be read is neither kept nor gone. */
function tellLost({ before, after }: Sides<unknown>, { contract, lose, place }: Spot): void {
  for (const reference of listLost(before, { contract: contract.before }))
    lose(`as it was before: ${place}: ${reference}`)
  for (const reference of listLost(after, { contract: contract.after })) lose(`${place}: ${reference}`)
}

/** What is said of a value itself, of each in a list, and of each in a map. */
function compareValues({ before, after }: Sides<Fields>, walk: Walk): void {
  compareFormats({ before, after }, walk)
  compareLimits({ before, after }, walk)
  compareChoices({ before, after }, walk)
  if (before['items'] !== undefined) goInto({ before: before['items'], after: after['items'] }, '[]', walk)
  const [was, now] = [before, after].map((schema) => schema['additionalProperties'])
  if (isFields(was) && isFields(now)) goInto({ before: was, after: now }, '.*', walk)
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
      goInto({ before: schema, after: now.properties[name] }, `.${name}`, walk)
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
