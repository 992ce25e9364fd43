// What is read of a commit decides who is told of it.
import { expect, test } from 'vitest'
import { isSilent, servicesOf } from './draft-change.ts'
import { parseCommit } from './parse-commit.ts'

test.each([
  ['feat(wallet): a', { type: 'feat', subject: 'a', named: ['wallet'], breaking: null }],
  ['feat(wallet, pos)!: a', { named: ['wallet', 'pos'], breaking: 'a' }],
  ['Fix: a\r\n\r\nBREAKING CHANGE: send\r\n  it', { type: 'fix', breaking: 'send it' }],
  ['fix: a\n\nbody\n\nService: pos\nservice: wallet, pos', { named: ['pos', 'wallet'], body: 'body' }],
  ['Merge it all', { type: null, subject: 'Merge it all', named: [], breaking: null }],
  ['  \n', { type: null, subject: '(no message)' }],
])('%j', (message, told) => {
  expect(parseCommit(message)).toMatchObject(told)
})

test('chores are silent unless they break something, and what nobody can place touches everything', () => {
  expect(
    ['chore: a', 'chore!: a', 'docs(wallet): a', 'fix: a', 'a'].map((one) => isSilent(parseCommit(one))),
  ).toEqual([true, false, true, false, false])
  const known = ['wallet', 'pos']
  expect(servicesOf(parseCommit('fix(pos): a'), known)).toEqual(['pos'])
  expect(servicesOf(parseCommit('fix(cellar): a'), known)).toEqual(known)
  expect(servicesOf(parseCommit('fix(pos,cellar): a'), known)).toEqual(['pos'])
})
