import { expect, it } from 'vitest'
import { byText, compareTexts } from './by-text.ts'

it.each([
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['a', 'a', 0],
  ['Z', 'a', -1],
  ['a', 'ä', -1],
  ['', 'a', -1],
])('compares %j with %j by their code units', (a, b, order) => {
  expect(compareTexts(a, b)).toBe(order)
})

it('sorts by a text of each, and leaves equals as they stand', () => {
  const all = ['c1', 'a1', 'b1', 'a2', 'a0'].map((text) => ({ key: text.slice(0, 1), text }))
  expect(all.toSorted(byText(({ key }) => key)).map(({ text }) => text)).toEqual([
    'a1',
    'a2',
    'a0',
    'b1',
    'c1',
  ])
})
