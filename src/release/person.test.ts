// Nobody approves what is their own, however they write their name.
import { expect, test } from 'vitest'
import { isSamePerson } from './person.ts'

test.each([
  ['a@example.com', 'A Person <A@Example.com>'],
  ['A Person <a@example.com>', 'Somebody Else <a@example.com>'],
  ['a@example.com', 'a@example.com (A Person)'],
  ['a@example.com', 'mailto:a@example.com'],
  ['a@example.com', ' \u200Ba\uFF20example.com '],
  ['b@example.com <a@example.com>', 'a@example.com'],
  ['a@example.com', 'a @ example.com'],
  ['a@example.com', 'a @example.com'],
  ['a@example.com', 'A Person, a@example.com.'],
  ['a@example.com', 'a+release@example.com'],
  ['A Person <a+x@example.com>', 'Somebody Else <a+y@example.com>'],
  ['a@bücher.example', 'a@xn--bcher-kva.example'],
  ['a@example.com', 'A Person <a@example.com.>'],
  ['A Person', ' a\u00A0 PERSON'],
  ['A Person <a@example.com>', 'a\tperson'],
  ['"A Person" <a@example.com>', 'A Person'],
])('%j and %j are one', (one, other) => {
  expect([isSamePerson(one, other), isSamePerson(other, one)]).toEqual([true, true])
})

test.each([
  ['a@example.com', 'b@example.com'],
  ['A Person <a@example.com>', 'A Person <b@example.com>'],
  ['+1@example.com', '+2@example.com'],
  ['a+b@example.com', 'a+b@example.org'],
  ['A Person', 'B Person'],
  ['A Person <a@example.com>', 'b@example.com'],
  ['a@example.com', ''],
  ['A Person @a', 'B Person @b'],
])('%j and %j are two', (one, other) => {
  expect([isSamePerson(one, other), isSamePerson(other, one)]).toEqual([false, false])
})
