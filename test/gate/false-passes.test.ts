// The list of false passes promises that each has something that shows it: what it names has to exist and to say so.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ruleIds } from '../../src/gate/rules/rules.ts'

const root = join(import.meta.dirname, '..', '..')
const text = readFileSync(join(root, 'docs', 'false-passes.md'), 'utf8')
const rows = text.split('\n').filter((line) => /^\| (?!-|#|in the folder|what happened)/.test(line))
const cellsOf = (row: string): string[] =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
const linksOf = (cell: string): string[] => [...cell.matchAll(/\]\(([^)]+)\)/g)].map(([, path = '']) => path)
const ways = rows.map(cellsOf).filter((cells) => cells.length === 4)
const judged = rows.map(cellsOf).filter((cells) => cells.length === 3)

test('every place that it names exists', () => {
  const missing = linksOf(text).filter((path) => !existsSync(join(root, 'docs', path)))
  expect(linksOf(text).length).toBeGreaterThan(80)
  expect(missing).toEqual([])
})

test('all twenty-five ways are there, and each is shown by something or said not to be judged', () => {
  expect(ways.map(([number]) => Number(number))).toEqual(Array.from({ length: 25 }, (_, at) => at + 1))
  const unshown = ways.filter(([, , , shown = '']) => linksOf(shown).length === 0)
  expect(unshown.every(([, , noticed]) => noticed === 'not judged yet')).toBe(true)
})

test('the rules that it names exist', () => {
  const named = ways.flatMap(([, , noticed = '']) => [...noticed.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)])
  expect(named.filter(([, id = '']) => !ruleIds.some((known) => known === id))).toEqual([])
})

test('the twenty-one sets and the six runners are there', () => {
  expect(judged).toHaveLength(27)
})

describe('a way that a rule notices', () => {
  const noticed = ways.filter(([, , rules = '']) => rules.startsWith('`'))

  test.each(noticed)('%s: %s', (...[, , rules = '', shown = '']) => {
    const ids = [...rules.matchAll(/`([^`]+)`/g)].map(([, id = '']) => id)
    const cases = linksOf(shown).filter((path) => path.endsWith('/'))
    const unnoticed = cases.filter((path) => {
      const outcomes = readExpected(path).outcomes
      return !ids.some((id) => outcomes[id] === 'fail' || outcomes[id] === 'inconclusive')
    })
    expect(unnoticed).toEqual([])
  })
})

test.each(judged.filter(([, , shown = '']) => linksOf(shown)[0]?.endsWith('/')))(
  '%s has the verdict %s',
  (_what, verdict, shown = '') => {
    expect(readExpected(linksOf(shown)[0] ?? '').verdict).toBe(verdict)
  },
)

function readExpected(path: string): { verdict: string; outcomes: Record<string, string> } {
  return JSON.parse(readFileSync(join(root, 'docs', path, 'expected.json'), 'utf8')) as ReturnType<
    typeof readExpected
  >
}
