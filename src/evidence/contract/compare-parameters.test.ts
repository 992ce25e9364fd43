// Clients send parameters by their name, and those of a path by their place.
import { expect, test } from 'vitest'
import { compareContracts } from './compare-contracts.ts'
import { contractSchema } from './contract.ts'

type Answers = Readonly<Record<string, object>>

function make(path: string, parameters: object[], responses: Answers = {}) {
  return contractSchema.parse({ openapi: '3.1.0', paths: { [path]: { get: { parameters, responses } } } })
}

const changes = (before: ReturnType<typeof make>, after: ReturnType<typeof make>) =>
  compareContracts({ before, after }).changes.map(({ what, place, detail }) =>
    [what, place, detail].filter(Boolean).join(' '),
  )

const limit = (schema: object) => make('/things', [{ name: 'limit', in: 'query', schema }])

test('what a parameter may be is compared like what is in a body', () => {
  expect(changes(limit({ type: 'integer', maximum: 100 }), limit({ type: 'integer', maximum: 50 }))).toEqual([
    'limit-narrowed query limit maximum 100 → 50',
  ])
  expect(changes(limit({ type: ['string', 'integer'] }), limit({ type: 'integer' }))).toEqual([
    'type-changed query limit integer|string → integer',
  ])
  expect(changes(limit({ enum: ['a', 'b'] }), limit({ enum: ['a'] }))).toEqual([
    'value-removed query limit b',
  ])
  expect(changes(limit({ type: 'integer' }), limit({ type: 'number' }))).toEqual([])
})

test('a parameter of the path is the one in its place, whatever it is called', () => {
  const path = (names: [string, string], second: object) =>
    make(`/shops/{${names[0]}}/things/{${names[1]}}`, [
      { name: names[1], in: 'path', required: true, schema: second },
      { name: names[0], in: 'path', required: true, schema: { type: 'string' } },
    ])
  const before = path(['shop', 'id'], { type: 'string' })
  expect(changes(before, path(['shop-id', 'thing.id'], { type: 'string' }))).toEqual([])
  expect(changes(before, path(['shop-id', 'thing.id'], { type: 'integer' }))).toEqual([
    'type-changed path {2} string → integer',
  ])
})

const answers = (responses: Answers) => make('/things', [], responses)
const body = (type: string) => ({
  content: { 'application/json': { schema: { type: 'object', properties: { id: { type } } } } },
})

test('a status that is promised with its whole hundred, or with all others, is still promised', () => {
  const before = answers({ 200: body('string') })
  expect(changes(before, answers({ '2XX': body('string') }))).toEqual([])
  expect(changes(before, answers({ default: body('string') }))).toEqual([])
  expect(changes(before, answers({ '2XX': body('integer') }))).toEqual([
    'type-changed 200.id string → integer',
  ])
  expect(changes(before, answers({ default: body('integer') }))).toEqual([
    'type-changed 200.id string → integer',
  ])
  expect(changes(before, answers({ '3XX': body('string') }))).toEqual(['status-removed 200'])
})

test('each status that comes in the place of its hundred answers as that did', () => {
  const before = answers({ '2XX': body('string') })
  expect(changes(before, answers({ 200: body('string'), 202: body('string') }))).toEqual([])
  expect(
    changes(before, answers({ 200: body('string'), 202: body('integer'), 404: body('integer') })),
  ).toEqual(['type-changed 2XX.id string → integer'])
  expect(changes(before, answers({ 404: body('string') }))).toEqual(['status-removed 2XX'])
})
