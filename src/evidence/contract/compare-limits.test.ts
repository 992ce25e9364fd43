// A value of the same type may still be one that is refused today: what clients send is held to its limits, and what they
// read to its format.
import { expect, test } from 'vitest'
import { compareContracts } from './compare-contracts.ts'
import { contractSchema } from './contract.ts'

type Value = Readonly<Record<string, unknown>>
type Way = 'sent' | 'read'

function make(value: Value, way: Way) {
  const content = { 'application/json': { schema: { type: 'object', properties: { value } } } }
  const post =
    way === 'sent' ? { requestBody: { content }, responses: {} } : { responses: { 200: { content } } }
  return contractSchema.parse({ openapi: '3.1.0', paths: { '/things': { post } } })
}

const changes = (before: Value, after: Value, way: Way) =>
  compareContracts({ before: make(before, way), after: make(after, way) }).changes.map(
    ({ what, detail }) => `${what} ${detail}`,
  )

test.each([
  [{ maxLength: 100 }, { maxLength: 20 }, 'limit-narrowed maxLength 100 → 20'],
  [{}, { maxLength: 20 }, 'limit-narrowed maxLength any → 20'],
  [{ maximum: 10 }, { maximum: 9.5 }, 'limit-narrowed maximum 10 → 9.5'],
  [{ maxItems: 3 }, { maxItems: 2 }, 'limit-narrowed maxItems 3 → 2'],
  [{}, { maxProperties: 2 }, 'limit-narrowed maxProperties any → 2'],
  [{ minimum: 1 }, { minimum: 2 }, 'limit-narrowed minimum 1 → 2'],
  [{}, { minLength: 1 }, 'limit-narrowed minLength 0 → 1'],
  [{}, { minItems: 1 }, 'limit-narrowed minItems 0 → 1'],
  [{ minProperties: 1 }, { minProperties: 2 }, 'limit-narrowed minProperties 1 → 2'],
  [{ maximum: 5 }, { maximum: 5, exclusiveMaximum: true }, 'limit-narrowed exclusiveMaximum false → true'],
  [{ exclusiveMinimum: 1 }, { exclusiveMinimum: 2 }, 'limit-narrowed exclusiveMinimum 1 → 2'],
  [{}, { exclusiveMaximum: 5 }, 'limit-narrowed exclusiveMaximum false → 5'],
  [{}, { exclusiveMinimum: 5 }, 'limit-narrowed exclusiveMinimum false → 5'],
  [{ additionalProperties: true }, { additionalProperties: false }, 'limit-narrowed no further fields'],
  [{ multipleOf: 2 }, { multipleOf: 4 }, 'limit-narrowed multipleOf 2 → 4'],
  [{ pattern: '^a' }, { pattern: '^b' }, 'limit-narrowed pattern ^a → ^b'],
  [{}, { uniqueItems: true }, 'limit-narrowed uniqueItems false → true'],
  [{}, { enum: ['a', 'b'] }, 'limit-narrowed any → a|b'],
  [{ enum: ['a', 'b'] }, { const: 'a' }, 'value-removed b'],
  [{ type: 'string' }, { type: 'string', format: 'date' }, 'type-changed format any → date'],
  [{ format: 'int64' }, { format: 'int32' }, 'type-changed format int64 → int32'],
  [{ type: 'string', nullable: true }, { type: 'string' }, 'type-changed null|string → string'],
])(
  'what was %j and is %j refuses what clients send, and nothing that they read',
  (before, after, expected) => {
    expect(changes(before, after, 'sent')).toEqual([expected])
    expect(changes(before, after, 'read')).toEqual([])
  },
)

test.each([
  [{ maxLength: 20 }, { maxLength: 100 }],
  [{ maxLength: 20 }, {}],
  [{ minimum: 2 }, { minimum: 1 }],
  [{ multipleOf: 4 }, { multipleOf: 2 }],
  [{ pattern: '^a' }, { pattern: '^a' }],
  [{ additionalProperties: false }, { additionalProperties: false }],
  [{ additionalProperties: false }, { additionalProperties: true }],
  [{ format: 'date' }, { format: 'date' }],
  [{}, { minLength: 0, uniqueItems: false }],
  [{ enum: ['a'] }, {}],
  [{ const: 'a' }, { enum: ['a', 'b'] }],
])('what was %j and is %j breaks nobody', (before, after) => {
  expect([...changes(before, after, 'sent'), ...changes(before, after, 'read')]).toEqual([])
})

test.each([
  [{ format: 'date' }, { format: 'date-time' }, 'type-changed format date → date-time'],
  [{ format: 'date' }, {}, 'type-changed format date → any'],
  [{ format: 'int32' }, { format: 'int64' }, 'type-changed format int32 → int64'],
  [{ type: 'string' }, { type: 'string', nullable: true }, 'type-changed string → null|string'],
])('what was %j and is %j breaks who reads it', (before, after, expected) => {
  expect(changes(before, after, 'read')).toEqual([expected])
})

test('limits are seen where a value may also be null, in parts of a schema and in lists', () => {
  const text = (maxLength: number) => ({ type: 'string', maxLength })
  for (const wrap of [
    (one: object) => ({ anyOf: [one, { type: 'null' }] }),
    (one: object) => ({ oneOf: [{ type: 'null' }, one] }),
    (one: object) => ({ allOf: [{ description: 'a name' }, one] }),
    (one: object) => ({ type: 'array', items: one }),
    (one: object) => ({ anyOf: [{ type: 'array', items: one }, { type: 'null' }] }),
  ]) {
    expect(changes(wrap(text(9)), wrap(text(8)), 'sent')).toEqual(['limit-narrowed maxLength 9 → 8'])
  }
  const either = (maxLength: number) => ({ anyOf: [text(maxLength), { type: 'integer' }] })
  expect(changes(either(9), either(8), 'sent')).toEqual([])
})

test('what a schema says counts before what its parts say', () => {
  const value = (maxLength: number) => ({ allOf: [{ type: 'string', maxLength: 3 }], maxLength })
  expect(changes(value(2), value(1), 'sent')).toEqual(['limit-narrowed maxLength 2 → 1'])
})
