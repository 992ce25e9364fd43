// What must stay secret is covered by the name of its place, in every form a body can have.
import { expect, test } from 'vitest'
import { covered, makeRedactor } from './redactor.ts'

const redactor = makeRedactor({
  headers: ['X-EES-AUTH-HASH'],
  jsonPaths: ['$.card.number', '$.list[*].pin', '$..iban'],
})

test('headers are covered by name, whatever their case', () => {
  const headers = { 'x-ees-auth-hash': 'abc', Cookie: 'session=1', accept: 'application/json' }
  expect(redactor.headers(headers)).toEqual({
    'x-ees-auth-hash': covered,
    Cookie: covered,
    accept: 'application/json',
  })
})

test('fields are covered by path, in lists, and anywhere', () => {
  const body = {
    card: { number: '4111', name: 'A' },
    list: [{ pin: 1 }, { pin: 2 }],
    deep: [{ iban: { text: 'DE00' } }],
    password: 'p',
    empty: { password: null },
  }
  expect(JSON.parse(redactor.body(JSON.stringify(body)))).toEqual({
    card: { number: covered, name: 'A' },
    list: [{ pin: covered }, { pin: covered }],
    deep: [{ iban: covered }],
    password: covered,
    empty: { password: null },
  })
})

test('form fields and query strings are covered by the names of the same fields', () => {
  expect(redactor.body('user=ann&password=p%40ss')).toBe(`user=ann&password=${covered}`)
  expect(redactor.url(new URL('http://127.0.0.1/a?iban=DE00&page=2'))).toBe(
    `http://127.0.0.1/a?iban=${covered}&page=2`,
  )
})

test.each(['', 'plain text', '{ broken', '%zz=1', '[1, 2]'])('%j is shown without a fault', (text) => {
  expect(redactor.body(text)).toBeTypeOf('string')
})
