// Names in scenarios mean what was said before; a name that means nothing must say so.
import { expect, test } from 'vitest'
import { defineKind, Memory } from './memory.ts'

const animal = defineKind<{ legs: number }>('animal')

test('a thing is recalled by its name, and the one kept last is the last', () => {
  const memory = new Memory()
  memory.keep(animal, 'dog', { legs: 4 })
  memory.keep(animal, 'hen', { legs: 2 })
  memory.keep(animal, 'dog', { legs: 3 })
  expect(memory.recall(animal, 'hen')).toEqual({ legs: 2 })
  expect(memory.recall(animal)).toEqual({ legs: 3 })
  expect(memory.names(animal)).toEqual(['hen', 'dog'])
})

test('a name that nobody mentioned is refused with the names there are', () => {
  const memory = new Memory()
  memory.keep(animal, 'dog', { legs: 4 })
  expect(() => memory.recall(animal, 'cat')).toThrow(
    'No animal "cat" has been spoken of before; there are: dog.',
  )
  expect(() => memory.recall(defineKind('plant'))).toThrow('there are: none')
})

test('where there is a better reason for what is missing, it is told instead', () => {
  const memory = new Memory(() => {
    throw new Error('making the animal was refused')
  })
  expect(() => memory.recall(animal, 'cat')).toThrow('making the animal was refused')
})
