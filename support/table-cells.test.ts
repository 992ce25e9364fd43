import { expect, test } from 'vitest'
import { parseNumber, requireColumns } from './table-cells.ts'

test.each([
  ['663', 663],
  ['-20', -20],
  ['12.50', 1250],
  ['0', 0],
])('%s is a number', (cell, number) => {
  expect(parseNumber(cell)).toBe(number)
})

test.each(['', ' ', '12.5', '1.000', '1,5', '0x10', '1e3', 'none'])('"%s" is no number', (cell) => {
  expect(() => parseNumber(cell)).toThrow(`"${cell}" is no number`)
})

test('a column that nobody knows is told, with those there are', () => {
  expect(() => requireColumns([{ entry: 'earned', befor: '1' }], ['entry', 'before'])).toThrow(
    'The table has a column "befor"; there are entry, before.',
  )
  expect(() => requireColumns([{ entry: 'earned' }], ['entry', 'before'])).not.toThrow()
})

test('a table that is nothing but a heading is told', () => {
  expect(() => requireColumns([], ['entry'])).toThrow('no rows')
})
