// What is the same is held once, and what is made of a text is made once; beyond what is worth sharing it is made anew.
import { expect, test } from 'vitest'
import { shareValues } from './share-values.ts'

test('lists that say the same are the same list', () => {
  const shared = shareValues()
  expect(shared.texts(['a', 'b'])).toBe(shared.texts(['a', 'b']))
  expect(shared.texts(['a', 'b'])).not.toBe(shared.texts(['a', 'c']))
  const one = () => [{ name: 'a', value: '1' }]
  expect(shared.values(one())).toBe(shared.values(one()))
  expect(shared.values(one())).toEqual(one())
})

test('what differs in one value, or in where one ends, stays apart', () => {
  const shared = shareValues()
  const named = (...pairs: [string, string][]) => pairs.map(([name, value]) => ({ name, value }))
  const lists = [
    named(['tenant', 'maple']),
    named(['tenant', 'cedar']),
    named(['tenantm', 'aple']),
    named(['tenant', 'maple'], ['a', 'b']),
    named(['tenant', 'maplea'], ['b', '']),
    named(['tenant', 'maple\0a\0b']),
  ]
  expect(lists.map((list) => shared.values(list))).toEqual(lists)
  const texts = [['ab', 'c'], ['a', 'bc'], ['abc'], ['ab\0c'], [], ['']]
  expect(texts.map((list) => shared.texts(list))).toEqual(texts)
  expect(['abc', 'tabc', ''].map((text) => shared.text(text))).toEqual(['abc', 'tabc', ''])
})

test('beyond as many as are kept each is its own', () => {
  const shared = shareValues()
  for (let number = 0; number < 6000; number++) shared.texts([`n${number}`])
  expect(shared.texts(['n0'])).toBe(shared.texts(['n0']))
  expect(shared.texts(['n5999'])).not.toBe(shared.texts(['n5999']))
})

test('something is made of a text once, for as many as are kept', () => {
  const shared = shareValues()
  const asked: string[] = []
  const make = (text: string): string => {
    asked.push(text)
    return text.toUpperCase()
  }
  for (const text of ['a', 'b', 'a']) expect(shared.made(text, make)).toBe(text.toUpperCase())
  expect(asked).toEqual(['a', 'b'])
  for (let number = 0; number < 6000; number++) shared.made(`n${number}`, make)
  asked.length = 0
  expect([shared.made('a', make), shared.made('n0', make), shared.made('n5999', make)]).toEqual([
    'A',
    'N0',
    'N5999',
  ])
  expect(asked).toEqual(['n5999'])
})
