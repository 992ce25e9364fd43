// Whoever writes a change is told of every slip by the line of that file.
import { expect, test } from 'vitest'
import { parseChange } from './parse-change.ts'

const front = ['---', 'services: [wallet]', 'type: fixed', '---']
const file = 'releases/2026.24/changes/01-balance.md'
const parse = (lines: readonly string[], end = '\n') => parseChange({ file, text: lines.join(end) })

function tell(lines: readonly string[]): string[] {
  const parsed = parse(lines)
  if (parsed.ok) return []
  return parsed.problems.map(({ line, column, path, expected }) => `${line}:${column} ${path}: ${expected}`)
}

test.each(['\n', '\r\n'])('facts, title and words are told apart (%j)', (end) => {
  const words = [
    '',
    '# Balances show at once',
    '',
    'Until now they were late.',
    '',
    'Nothing has to be done.',
    '',
  ]
  expect(parse([...front, ...words], end)).toEqual({
    ok: true,
    value: {
      file,
      services: ['wallet'],
      type: 'fixed',
      audience: 'all',
      title: 'Balances show at once',
      prose: 'Until now they were late.\n\nNothing has to be done.',
    },
  })
  expect(parse([...front, 'Only a line.'], end)).toMatchObject({
    value: { title: 'Only a line.', prose: '' },
  })
})

test.each([
  ['no facts', ['# Words'], ['1:1 : services and type between two lines of three dashes']],
  [
    'facts without an end',
    ['---', 'services: [a]'],
    ['1:1 : services and type between two lines of three dashes'],
  ],
  [
    'no facts between the dashes',
    ['---', '---', 'Words'],
    ['1:1 : services and type between two lines of three dashes'],
  ],
  ['no words', [...front, '', '#'], ['5:1 : words for clients']],
  ['no service', ['---', 'services: []', 'type: fixed', '---', 'x'], ['2:11 services: a list of >=1 items']],
  [
    'another type',
    ['---', 'services: [a]', 'type: mended', '---', 'x'],
    ['3:7 type: one of added, changed, deprecated, removed, fixed, security'],
  ],
  [
    'an unknown key',
    ['---', 'services: [a]', 'type: fixed', 'service: a', '---', 'x'],
    ['4:1 : only known keys'],
  ],
  [
    'a day without a deed',
    ['---', 'services: [a]', 'type: fixed', 'actionBy: 2026-12-01', '---', 'x'],
    ['4:11 actionBy: what clients have to do until then, as `actionRequired`'],
  ],
  [
    'a day that is none',
    ['---', 'services: [a]', 'type: fixed', 'actionRequired: x', 'actionBy: 2026-02-30', '---', 'x'],
    ['5:11 actionBy: a date such as 2026-12-25'],
  ],
  [
    'a draft',
    [...front, 'Words', 'TO FINISH: say it in words for clients'],
    ['6:1 : say it in words for clients'],
  ],
  ['broken YAML', ['---', 'services: [a', 'type: fixed', '---', 'x'], ['3:1 : valid YAML']],
])('%s', (_, lines, told) => {
  expect(tell(lines)).toEqual(told)
})
