// A mistake that is never made is never told; the table would be green for it.
import { expect, test } from 'vitest'
import { requireSteps } from './wizard-walk.ts'
import { requireTerms, stepOf } from './wizard.ts'

const mistake = { term: 'name', value: '', at: 'Name', told: 'Enter a name' }

test('a mistake at a step that there is not is refused', () => {
  expect(() => requireSteps([{ ...mistake, step: 'basic' }])).toThrow(
    'A campaign has no step "basic"; it has basics,',
  )
  expect(() => requireSteps([{ ...mistake, step: 'basics' }])).not.toThrow()
})

test('a term that no step asks for is refused: nothing would be filled in, and nothing looked at', () => {
  expect(() =>
    requireTerms([
      ['gives', '10 % off'],
      ['for a purchase of', '60.00'],
    ]),
  ).toThrow(
    'No step of a campaign asks for "for a purchase of"; they ask for name, reference, is for, gives,',
  )
  expect(() =>
    requireTerms([
      ['first day', ''],
      ['coupons last', '3 days'],
    ]),
  ).not.toThrow()
})

test('a step that there is not is refused, where the way there would go on to the last', () => {
  expect(() => stepOf('ofer')).toThrow('A campaign has no step "ofer"; it has basics, offer,')
  expect(stepOf('offer')).toBe('offer')
})
