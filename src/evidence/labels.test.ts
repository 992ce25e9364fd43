// Labels that travel as tags count as what they mean, and what looks like one stays a tag.
import { expect, test } from 'vitest'
import { makeFlaws } from './fields.ts'
import { groupLabels, readLabels } from './labels.ts'

function read(labels: unknown) {
  const flaws = makeFlaws()
  return { labels: readLabels({ labels }, flaws), flaws: flaws.found.map(({ path }) => path) }
}

test.each([
  ['@allure.id:42', 'ALLURE_ID', '42'],
  ['@allure.id=42', 'ALLURE_ID', '42'],
  ['@allure.label.severity:critical', 'severity', 'critical'],
  ['@allure.label.owner=q.a@example.com', 'owner', 'q.a@example.com'],
  ['@allure.label.story:from a:b to c', 'story', 'from a:b to c'],
  ['@allure.label.owner:', 'owner', ''],
])('the tag %s is the label %s', (value, name, text) => {
  expect(read([{ name: 'tag', value }]).labels).toEqual([{ name, value: text }])
})

test.each(['@allure.label.:x', '@allure.label.owner', '@allure.ids:42', 'see @allure.id:42', 'smoke'])(
  'the tag %s is a tag',
  (value) => {
    expect(read([{ name: 'tag', value }]).labels).toEqual([{ name: 'tag', value }])
  },
)

test('only tags carry labels', () => {
  const label = { name: 'story', value: '@allure.id:42' }
  expect(read([label]).labels).toEqual([label])
})

test('what has no name or value says nothing, and a value that is no text is a flaw', () => {
  expect(read([{ name: 'a' }, { name: 'b', value: null }, { value: 'c' }])).toEqual({ labels: [], flaws: [] })
  expect(read([{ name: 'a', value: 5 }])).toEqual({ labels: [], flaws: ['labels[].value'] })
})

test('a label may stand twice', () => {
  const { first, all } = groupLabels([
    { name: 'tag', value: 'a' },
    { name: 'tag', value: 'b' },
  ])
  expect([first('tag'), all('tag'), first('owner'), all('owner')]).toEqual(['a', ['a', 'b'], null, []])
})
