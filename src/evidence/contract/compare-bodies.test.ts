// A client sends and reads one form of a body. Another form, or none, breaks it, whatever the fields in it.
import { expect, test } from 'vitest'
import { compareContracts } from './compare-contracts.ts'
import { contractSchema } from './contract.ts'

type Forms = Readonly<Record<string, object>>
type Bodies = { sent?: Forms; answered?: Forms }

const [json, xml] = ['application/json', 'application/xml']
const text = { schema: { type: 'string' } }

function make({ sent = { [json]: text }, answered = { [json]: text } }: Bodies) {
  const operation = {
    operationId: 'changeWallet',
    requestBody: { content: sent },
    responses: { 200: { content: answered }, 404: { content: answered } },
  }
  return contractSchema.parse({ openapi: '3.1.0', paths: { '/wallet': { patch: operation } } })
}

const changesTo = (after: Bodies, before: Bodies = {}) =>
  compareContracts({ before: make(before), after: make(after) }).changes.map(({ what, place, detail }) =>
    [what, place, detail].filter(Boolean).join(' '),
  )

test('another form than before is told, of requests, answers and refusals', () => {
  const changed = 'application/json → application/xml'
  expect(changesTo({ sent: { [xml]: text } })).toEqual([`media-type-changed body ${changed}`])
  expect(changesTo({ answered: { [xml]: text } })).toEqual([
    `media-type-changed 200 ${changed}`,
    `media-type-changed 404 ${changed}`,
  ])
})

test('one of several forms may not go away, and one more breaks nobody', () => {
  const both = { [xml]: text, [json]: text }
  const changed = 'application/json|application/xml → application/json'
  expect(changesTo({}, { sent: both })).toEqual([`media-type-changed body ${changed}`])
  expect(changesTo({}, { answered: both })).toContain(`media-type-changed 200 ${changed}`)
  expect(changesTo({ sent: both, answered: both })).toEqual([])
})

test('each form is compared with its own, in whatever order they stand', () => {
  const rows = { schema: { type: 'array' } }
  const before = { [json]: text, [xml]: rows }
  expect(changesTo({ answered: { [xml]: rows, [json]: text } }, { answered: before })).toEqual([])
  expect(changesTo({ sent: { [xml]: text, [json]: text } }, { sent: before })).toEqual([
    'type-changed body array → string',
  ])
})

test('an answer may not lose its body, and may gain one', () => {
  expect(changesTo({ answered: {} })).toEqual(['body-removed 200', 'body-removed 404'])
  expect(changesTo({}, { answered: {} })).toEqual([])
})

test.each([
  [{ sent: { '*/*': text } }, {}],
  [{ sent: { 'application/*': text } }, {}],
  [{ answered: { 'Application/JSON; charset=utf-8': text } }, {}],
  [{ answered: { 'application/json ;charset=utf-8': text } }, {}],
  [{ sent: { 'APPLICATION/*': text } }, {}],
  [{}, { answered: { 'application/*': text } }],
] as [Bodies, Bodies][])('%j has room for what clients know', (after, before) => {
  expect(changesTo(after, before)).toEqual([])
})

test('a narrower request and a wider answer are other forms', () => {
  expect(changesTo({}, { sent: { 'application/*': text } })).toEqual([
    'media-type-changed body application/* → application/json',
  ])
  expect(changesTo({ answered: { '*/*': text } })).toContain('media-type-changed 200 application/json → */*')
})

test('a range has room for its own kind alone', () => {
  expect(changesTo({ sent: { 'text/*': text } })).toEqual([
    'media-type-changed body application/json → text/*',
  ])
  expect(changesTo({ sent: { 'app/*': text } })).toEqual(['media-type-changed body application/json → app/*'])
  expect(changesTo({ sent: { 'application/js': text } })).toEqual([
    'media-type-changed body application/json → application/js',
  ])
})
