// A mistake that is never made is never told; the table would be green for it.
import { expect, test } from 'vitest'
import { requireSteps } from './wizard-walk.ts'

const mistake = { term: 'name', value: '', at: 'Name', told: 'Enter a name' }

test('a mistake at a step that there is not is refused', () => {
  expect(() => requireSteps([{ ...mistake, step: 'basic' }])).toThrow(
    'A campaign has no step "basic"; it has basics,',
  )
  expect(() => requireSteps([{ ...mistake, step: 'basics' }])).not.toThrow()
})
