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
