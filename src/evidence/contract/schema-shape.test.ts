// A schema is written in parts and by references: what a client may rely on is what all of them say together.
import { expect, test } from 'vitest'
import { contractSchema } from './contract.ts'
import { flatten, mergeShapes, typesOf } from './schema-shape.ts'

const schemas = {
  Id: { type: 'string' },
  Named: { properties: { name: { type: 'string' } }, required: ['name'] },
  Person: { allOf: [{ $ref: '#/components/schemas/Named' }], properties: { age: {} } },
  Tree: { properties: { kids: {} }, required: ['kids'], anyOf: [{ $ref: '#/components/schemas/Tree' }] },
}
const contract = contractSchema.parse({ openapi: '3.1.0', paths: {}, components: { schemas } })
const refer = (name: keyof typeof schemas) => ({ $ref: `#/components/schemas/${name}` })
const way = { contract }

test('a value has the types of all its choices, however deep a reference stands', () => {
  const inner = { oneOf: [refer('Id'), { type: 'number' }] }
  expect(typesOf({ anyOf: [inner, { type: 'null' }] }, way)).toEqual(['null', 'number', 'string'])
  expect(typesOf({ type: ['string', 7], nullable: true }, way)).toEqual(['null', 'string'])
  expect(typesOf({ anyOf: 'nonsense' }, way)).toEqual([])
})

test('a whole has the types that fit each of its parts', () => {
  expect(typesOf({ allOf: [refer('Id')], nullable: true }, way)).toEqual(['null', 'string'])
  expect(typesOf({ type: ['number', 'string'], allOf: [{ type: ['integer', 'null'] }, {}] }, way)).toEqual([
    'integer',
  ])
  expect(typesOf({ allOf: [refer('Person'), {}] }, way)).toEqual([])
})

test('what is in a part of a part is in the whole', () => {
  const flat = flatten({ allOf: [refer('Person')], required: ['id', 7] }, way)
  expect(Object.keys(flat.properties).toSorted()).toEqual(['age', 'name'])
  expect(flat.required).toEqual(['id', 'name'])
})

test('of several choices only what each of them demands is demanded', () => {
  const choice = (...required: string[]) => ({ properties: { a: {}, b: {}, c: {} }, required })
  const common = (...choices: object[]) => flatten({ oneOf: choices }, way).required
  expect(common(choice('a', 'b'), choice('b', 'c'))).toEqual(['b'])
  expect(common(choice('a'), choice('c'))).toEqual([])
  expect(common(choice('a', 'b'))).toEqual(['a', 'b'])
  expect(common({ required: 'a' }, choice('a'))).toEqual([])
  expect(flatten({}, way)).toEqual({ properties: {}, required: [] })
})

test('a schema that is a choice of itself demands of it no more than it says', () => {
  expect(flatten(schemas.Tree, way).required).toEqual(['kids'])
})

test('limits stand in its own words, in its parts, and in its only choice beside null', () => {
  const short = { maxLength: 5 }
  expect(mergeShapes({ allOf: [{ allOf: [short, refer('Id')] }], minLength: 1 }, way)).toMatchObject({
    type: 'string',
    maxLength: 5,
    minLength: 1,
  })
  expect(mergeShapes({ anyOf: [short, { type: 'null' }] }, way)).toMatchObject(short)
  expect(mergeShapes({ anyOf: [short, { maxLength: 9 }] }, way)).not.toHaveProperty('maxLength')
  expect(Object.keys(mergeShapes({ title: 'A' }, way))).toEqual(['title'])
})
