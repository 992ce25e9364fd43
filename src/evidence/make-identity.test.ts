// The keys were computed with Allure 3's own recipe: md5 of the test, a point, md5 of the parameters.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeIdentity, type IdentitySource } from './make-identity.ts'
import { shareValues } from './share-values.ts'

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
const identify = (source: Partial<IdentitySource>) =>
  makeIdentity({
    testCaseId: null,
    fullName: null,
    labels: [],
    parameters: [],
    shared: shareValues(),
    ...source,
  })

test('an Allure id counts before the test case id, and that before the full name', () => {
  const all = { testCaseId: 't', fullName: 'f' }
  expect(identify({ ...all, labels: [{ name: 'AS_ID', value: '42' }] })).toBe(
    `${md5('ALLURE_ID=42')}.${md5('')}`,
  )
  expect(identify(all)).toBe(`${md5('t')}.${md5('')}`)
  expect(identify({ fullName: 'f' })).toBe(`${md5('f')}.${md5('')}`)
  expect(identify({ ...all, labels: [{ name: 'ALLURE_ID', value: '-1' }] })).toBe(identify(all))
})

test('a result that names no test has none', () => {
  expect(identify({})).toBeNull()
  expect(identify({ fullName: '' })).toBeNull()
})

test('parameters count in any order, doubles too, but neither excluded nor nameless ones', () => {
  const [a, b] = [
    { name: 'a', value: '1' },
    { name: 'b', value: '2' },
  ]
  const key = `${md5('f')}.${md5('a:1,b:2')}`
  expect(identify({ fullName: 'f', parameters: [a, b] })).toBe(key)
  const dropped = [
    { name: 'c', value: '3', excluded: true },
    { name: '', value: 'x' },
    { name: null, value: 'x' },
  ]
  expect(identify({ fullName: 'f', parameters: [b, ...dropped, a] })).toBe(key)
  expect(identify({ fullName: 'f', parameters: [a, a] })).toBe(`${md5('f')}.${md5('a:1,a:1')}`)
  const more = { name: 'a', value: '2' }
  expect(identify({ fullName: 'f', parameters: [more, a] })).toBe(`${md5('f')}.${md5('a:1,a:2')}`)
})

test('a value that is no text counts by its JSON, nothing as unknown, and a masked one by what it hides', () => {
  const identifyBy = (value: unknown) => identify({ fullName: 'f', parameters: [{ name: 'a', value }] })
  expect(identifyBy(1)).toBe(`${md5('f')}.${md5('a:#___unknown_value___#1')}`)
  expect(identifyBy({ id: 1 })).not.toBe(identifyBy({ id: 2 }))
  expect(identifyBy(undefined)).toBe(identifyBy(null))
  expect(identify({ fullName: 'f', parameters: [{ name: 'a', value: null }] })).toBe(
    `${md5('f')}.${md5('a:#___unknown_value___#')}`,
  )
  expect(identify({ fullName: 'f', parameters: [{ name: 'a', value: '1', mode: 'masked' }] })).toBe(
    `${md5('f')}.${md5('a:1')}`,
  )
})
