// Writing a part of a contract once and referring to it changes nothing for clients; a part that cannot be read is no
// part that was kept, and none that is gone.
import { expect, test } from 'vitest'
import { compareContracts } from './compare-contracts.ts'
import { contractSchema } from './contract.ts'

const text = { type: 'string' }
const answer = { content: { 'application/json': { schema: { type: 'object', properties: { id: text } } } } }
const zone = { name: 'zone', in: 'query' }
const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })
const components = {
  parameters: { Zone: zone, Demanded: { ...zone, name: 'limit', required: true } },
  responses: { Wallet: answer, Empty: {} },
  requestBodies: { Wallet: { ...answer, required: true } },
}

const usual = { operationId: 'getWallet', tags: ['wallet'], parameters: [zone], responses: { 200: answer } }
const make = (operation: object | undefined, schemas: object = {}) => {
  const paths = operation ? { '/wallet/{id}': { get: operation } } : {}
  return contractSchema.parse({ openapi: '3.1.0', paths, components: { ...components, schemas } })
}
const compare = (after: object | undefined, before: object | undefined = usual) =>
  compareContracts({ before: make(before), after: make(after) })
const changesTo = (after: object | undefined, before: object = usual) =>
  compare(after, before).changes.map(({ operationId, what, place }) => `${operationId}: ${what} ${place}`)

test('a part that is written as a reference from now on is the same part', () => {
  const referring = {
    ...usual,
    parameters: [ref('parameters', 'Zone')],
    responses: { 200: ref('responses', 'Wallet') },
  }
  expect(changesTo(referring)).toEqual([])
  expect(changesTo(usual, referring)).toEqual([])
})

test('what changes behind a reference is told', () => {
  const change = (parts: object) => changesTo({ ...usual, ...parts })
  expect(change({ parameters: [zone, ref('parameters', 'Demanded')] })).toEqual([
    'getWallet: now-demanded query limit',
  ])
  expect(change({ responses: { 200: ref('responses', 'Empty') } })).toEqual(['getWallet: body-removed 200'])
  expect(change({ requestBody: ref('requestBodies', 'Wallet') })).toEqual(['getWallet: now-demanded body'])
})

test('an operation without an id is gone like any other', () => {
  const { operationId: _, ...nameless } = usual
  expect(changesTo(undefined, nameless)).toEqual(['GET /wallet/{id}: operation-removed GET /wallet/{}'])
  expect(changesTo(nameless, nameless)).toEqual([])
})

const unreadable = { ...usual, parameters: [ref('parameters', 'None')] }
const reason = 'operation.parameters.0: #/components/parameters/None leads nowhere in the document'
const getWallet = { operationId: 'getWallet', services: ['wallet'] }

test('an operation that cannot be read any more, or could not before, is not compared and not gone', () => {
  expect(compare(unreadable)).toEqual({ changes: [], unread: [{ ...getWallet, reason }] })
  expect(compare(usual, unreadable)).toEqual({
    changes: [],
    unread: [{ ...getWallet, reason: `as it was before: ${reason}` }],
  })
  expect(compare(unreadable, unreadable).unread).toHaveLength(1)
  expect(compare(undefined, unreadable).changes).toMatchObject([
    { ...getWallet, what: 'operation-removed', place: 'GET /wallet/{}' },
  ])
  expect(compareContracts({ before: make(undefined), after: make(unreadable) })).toEqual({
    changes: [],
    unread: [],
  })
})

test('a whole path that cannot be read stands for all its operations', () => {
  const lost = contractSchema.parse({ openapi: '3.1.0', paths: { '/wallet/{id}': ref('pathItems', 'None') } })
  expect(compareContracts({ before: make(usual), after: lost })).toMatchObject({
    changes: [],
    unread: [getWallet],
  })
  expect(compareContracts({ before: lost, after: make(usual) }).unread).toMatchObject([
    { operationId: '/wallet/{id}' },
  ])
  expect(compareContracts({ before: lost, after: make(undefined) }).changes).toMatchObject([
    { operationId: '/wallet/{id}', what: 'operation-removed' },
  ])
})

/** An answer that is a pet. */
function pets(schemas: object) {
  const content = { 'application/json': { schema: ref('schemas', 'Pet') } }
  return make({ ...usual, responses: { 200: { content } } }, schemas)
}

const cyclic = {
  Pet: { type: 'object', required: ['name'], properties: { name: text }, oneOf: [ref('schemas', 'Cat')] },
  Cat: { allOf: [ref('schemas', 'Pet'), { required: ['lives'], properties: { lives: text } }] },
}
const changesOfPets = (after: object, before: object = cyclic) =>
  compareContracts({ before: pets(before), after: pets(after) }).changes.map(
    ({ what, place }) => `${what} ${place}`,
  )

test('schemas that contain themselves by their choices are compared to their end', () => {
  expect(changesOfPets(cyclic)).toEqual([])
  const without = { ...cyclic, Cat: { allOf: [ref('schemas', 'Pet')] } }
  expect(changesOfPets(without)).toEqual(['field-removed 200.lives'])
  const freer = {
    ...cyclic,
    Cat: { allOf: [ref('schemas', 'Pet'), { properties: { lives: text } }] },
  }
  expect(changesOfPets(freer)).toEqual(['no-longer-always 200.lives'])
})

test.each([
  ['a part', { allOf: [ref('schemas', 'Pet')], description: 'its mother' }],
  ['a choice', { anyOf: [ref('schemas', 'Pet'), { type: 'null' }] }],
  ['a list of parts', { type: 'array', items: { allOf: [ref('schemas', 'Pet')] } }],
  ['a map of choices', { type: 'object', additionalProperties: { oneOf: [ref('schemas', 'Pet')] } }],
])('schemas that contain themselves in %s are compared to their end', (_, mother) => {
  const make = (name: object) => ({ Pet: { type: 'object', properties: { name, mother } } })
  expect(changesOfPets(make(text), make(text))).toEqual([])
  expect(changesOfPets(make({ type: 'integer' }), make(text))).toContain('type-changed 200.name')
})

test('schemas that all refer to each other are compared once, and what changes in one of them is told', () => {
  const names = Array.from({ length: 30 }, (_, at) => `Pet${at === 0 ? '' : at}`)
  const make = (last: object) => {
    const properties = Object.fromEntries(
      names.map((name) => [name, { oneOf: [text, ref('schemas', name)] }]),
    )
    const all = names.map((name) => [name, { type: 'object', properties }] as const)
    return {
      ...Object.fromEntries(all),
      Pet29: { type: 'object', properties: { ...properties, name: last } },
    }
  }
  expect(changesOfPets(make(text), make(text))).toEqual([])
  expect(changesOfPets(make({ type: 'integer' }), make(text))).toContain('type-changed 200.Pet29.name')
})

test('a choice that is the whole again adds no type and demands nothing', () => {
  const choice = (key: string) => ({
    Pet: { type: 'object', [key]: [ref('schemas', 'Pet'), { type: 'null' }] },
  })
  expect(changesOfPets(choice('anyOf'), choice('oneOf'))).toEqual([])
  const circle = { Pet: ref('schemas', 'Cat'), Cat: ref('schemas', 'Pet') }
  expect(changesOfPets(circle, circle)).toEqual([])
})

/** An answer of this schema; null is one without any. */
const answering = (schema: object | null) => ({
  ...usual,
  responses: { 200: { content: { 'application/json': schema === null ? {} : { schema } } } },
})
const person = { type: 'object', properties: { name: text } }

test.each([
  ['as the whole', { $ref: './person.json' }, '200'],
  ['in a field', { type: 'object', properties: { name: ref('schemas', 'None') } }, '200.name'],
  ['in a part of its choices', { allOf: [person, { anyOf: [ref('schemas', 'None')] }] }, '200'],
  ['in a list', { type: 'array', items: { $ref: 'https://example.com/person' } }, '200[]'],
])('a schema that is a reference to nowhere, %s, is none that was kept', (_, schema, place) => {
  const before = place === '200[]' ? { type: 'array', items: person } : person
  const [lost] = compare(answering(schema), answering(before)).unread
  expect(lost).toMatchObject(getWallet)
  expect(lost?.reason).toMatch(`${place}: `)
  expect(compare(answering(before), answering(schema)).unread).toMatchObject([
    {
      ...getWallet,
      reason: expect.stringMatching(/^as it was before: 200.* leads nowhere in the document$/),
    },
  ])
})

test('an answer that may be anything from now on breaks whoever reads it', () => {
  const list = { type: 'array', items: person }
  const gone = ['getWallet: field-removed 200.name', 'getWallet: type-changed 200']
  expect(changesTo(answering(null), answering(person))).toEqual(gone)
  expect(changesTo(answering({ description: 'a person' }), answering(person))).toEqual(gone)
  expect(changesTo(answering({ type: 'array' }), answering(list))).toEqual([
    'getWallet: field-removed 200[].name',
    'getWallet: type-changed 200[]',
  ])
  expect(changesTo(answering(person), answering(null))).toEqual([])
})

const asking = (media: object) => ({ ...usual, requestBody: { content: { 'application/json': media } } })

test('what clients may send from now on whatever it is breaks nobody, and the other way round it does', () => {
  expect(changesTo(asking({}), asking({ schema: person }))).toEqual([])
  expect(changesTo(asking({ schema: {} }), asking({ schema: person }))).toEqual([])
  expect(changesTo(asking({ schema: person }), asking({ schema: {} }))).toEqual([
    'getWallet: type-changed body',
  ])
})

test.each([
  ['in a part', (type: string) => ({ allOf: [{ type }], description: 'a sum' }), '200'],
  ['in a map', (type: string) => ({ type: 'object', additionalProperties: { type } }), '200.*'],
])('a type that changes %s is told', (_, make, place) => {
  const [before, after] = [make('string'), make('number')]
  expect(changesTo(answering(after), answering(before))).toEqual([`getWallet: type-changed ${place}`])
  expect(changesTo(answering(before), answering(before))).toEqual([])
})
