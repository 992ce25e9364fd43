// What is remembered goes into later requests as it came, and nowhere else.
import { expect, test } from 'vitest'
import { fillPath, fillText, fillValue } from './placeholders.ts'

const values: Record<string, unknown> = {
  id: 7,
  name: 'a/b c',
  list: [1],
  place: '/books/7?x=1',
  'tenant.id': 'north',
}
const find = (name: string): unknown => {
  if (!Object.hasOwn(values, name)) throw new Error(`no ${name}`)
  return values[name]
}

test('names in a text are filled in as they came, spaces or not', () => {
  expect(fillText('{"id": {{id}}, "name": "{{ name }}", "list": {{list}}}', find)).toBe(
    '{"id": 7, "name": "a/b c", "list": [1]}',
  )
  expect(fillText('<id> {id} {{tenant.id}}', find)).toBe('<id> {id} north')
})

test('in a path a value stays one part, unless the path begins with it', () => {
  expect(fillPath('/books/{{name}}/{{id}}', find)).toBe('/books/a%2Fb%20c/7')
  expect(fillPath('{{place}}', find)).toBe('/books/7?x=1')
  expect(fillPath('{{place}}&of={{name}}', find)).toBe('/books/7?x=1&of=a%2Fb%20c')
})

test('an expected value that is nothing but a name keeps its kind', () => {
  expect(fillValue('{{id}}', find)).toBe(7)
  expect(fillValue('no. {{id}}', find)).toBe('no. 7')
  expect(fillValue({ a: ['{{list}}', null, 1] }, find)).toEqual({ a: [[1], null, 1] })
})

test('a name that nobody knows is told', () => {
  expect(() => fillText('{{other}}', find)).toThrow('no other')
})
