import { expect, test } from 'vitest'
import { exactNumbers } from './exact-numbers.ts'

test.each([
  ['50', '+50', true],
  ['50', '350', false],
  ['50', '500', false],
  ['50', '-50', false],
  ['50', '1,050', false],
  ['50', '50.25', false],
  ['50', '12:50', false],
  ['50', '50, and more', true],
  ['350 points', '1,350 points', false],
  ['350 points', 'now 350 points.', true],
  ['1,000', '1,0000', false],
  ['1.00 off', '1x00 off', false],
])('%s in "%s": %s', (text, shown, isThere) => {
  expect(new RegExp(exactNumbers(text)).test(shown)).toBe(isThere)
})

test.each(['Credited', '10% off', 'Spring 07461298', '2nd'])('%s is no number', (text) => {
  expect(exactNumbers(text)).toBe(text)
})
