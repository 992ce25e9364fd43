import { expect, test } from 'vitest'
import { parseAllureCase, parseAllurePage } from './parse-allure-page.ts'

const embed = (path: string, value: unknown) =>
  `d('${path}','${Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64')}'),`

const labels = [{ name: 'case', value: 'case-1' }]

test('history and the places of cases are taken out of the page', () => {
  const page = [
    '<script>Promise.all([',
    embed('widgets/summary.json', {}),
    embed('history/history.json', '{"a":"é"}'),
    embed('data/test-cases/1a2b.json', { uid: '1a2b', labels, hidden: false }),
    embed('data/test-cases/3c4d.json', { uid: '3c4d', labels, hidden: true }),
    '])</script>',
  ].join('\n')
  expect(parseAllurePage(page)).toEqual({
    history: { 'history.json': '{"a":"é"}' },
    cases: { 'case-1': '1a2b' },
  })
})

test('a page without embedded data gives nothing', () => {
  expect(parseAllurePage('<html></html>')).toEqual({ history: {}, cases: {} })
})

test.each([['no json'], ['[]'], ['{"uid":1}'], ['{"uid":"a","labels":[]}']])(
  'no case is made of %s',
  (text) => {
    expect(parseAllureCase(text)).toEqual({})
  },
)
