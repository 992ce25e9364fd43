// A person must see at a glance whether anything is missing, and find the remedy under it.
import { expect, test } from 'vitest'
import { renderDoctor, type Examination } from './render-doctor.ts'

const node: Examination = { what: 'Node', state: 'good', found: '26.10.0', remedy: '' }

test('each finding has its line, and its remedy stands under it', () => {
  const java: Examination = { what: 'Java', state: 'fallback', found: 'none', remedy: 'Install one.' }
  expect(renderDoctor([node, java])).toBe(
    '✓ Node  26.10.0\n~ Java  none\n        Install one.\n\nEverything that `npm start` needs is here.\n',
  )
})

test('what is missing is named in the last line', () => {
  const browser: Examination = { what: 'Browser', state: 'missing', found: 'none', remedy: 'Get one.' }
  expect(renderDoctor([node, browser])).toContain('Missing for `npm start`: Browser.')
})
