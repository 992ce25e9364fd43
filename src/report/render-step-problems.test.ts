import { describe, expect, it } from 'vitest'
import type { StepProblem } from '../plan/phrases/find-step-problems.ts'
import { renderStepProblems } from './render-step-problems.ts'
import { makeStyle } from './render-text-style.ts'

const style = makeStyle({ color: false, width: 100 })
const definition = {
  pattern: '{customer} has {points}',
  flags: null,
  keyword: 'Then',
  uri: 'steps/points.steps.ts',
  line: 40,
} as const

const undefinedStep: StepProblem = {
  kind: 'undefined',
  keyword: 'And',
  text: 'Anna has point',
  places: [
    { uri: 'features/a.feature', line: 6, column: 5 },
    { uri: 'features/b.feature', line: 9, column: 5 },
  ],
  near: [
    {
      definition,
      filled: 'Anna has {points}',
      open: [{ name: '{points}', values: ['1 point', '2 points'] }],
      likeness: 0.9,
    },
  ],
  snippet: "Then('x', async function () {\n})",
  candidates: [],
}

describe('a step that does not work', () => {
  it('is told with its places, what was perhaps meant, and code to begin with', () => {
    expect(renderStepProblems([undefinedStep], style).split('\n')).toEqual([
      '✕ And Anna has point',
      '  features/a.feature:6:5, features/b.feature:9:5  no phrase fits',
      '  nearest',
      '    Then Anna has {points}  steps/points.steps.ts:40',
      '      {points}: 1 point, 2 points',
      '  or something new, to begin with',
      "    Then('x', async function () {",
      '    })',
    ])
  })

  it('is told with all that fit it, when several do', () => {
    const other = { ...definition, pattern: '^Anna has .*$', flags: '', line: 50 }
    const ambiguous: StepProblem = {
      ...undefinedStep,
      kind: 'ambiguous',
      near: [],
      snippet: '',
      candidates: [definition, other],
    }
    expect(renderStepProblems([ambiguous], style).split('\n').slice(1)).toEqual([
      '  features/a.feature:6:5, features/b.feature:9:5  more than one phrase fits',
      '    Then {customer} has {points}  steps/points.steps.ts:40',
      '    Then /^Anna has .*$/  steps/points.steps.ts:50',
      '  Say it so that one of them fits, or make one of them narrower.',
    ])
  })

  it('is told at length ten times, and in a line from then on', () => {
    const twelve = Array.from({ length: 12 }, (_, n) => ({ ...undefinedStep, text: `step ${n}` }))
    const lines = renderStepProblems(twelve, style).split('\n')
    expect(lines.filter((line) => line.includes('nearest'))).toHaveLength(12)
    expect(lines.at(-1)).toBe(
      '✕ features/a.feature:6:5, features/b.feature:9:5  And step 11  nearest: Anna has {points}',
    )
  })

  it('counts places beyond the first few', () => {
    const places = Array.from({ length: 9 }, (_, line) => ({ uri: 'f', line, column: 1 }))
    expect(renderStepProblems([{ ...undefinedStep, places }], style)).toContain('f:3:1 and 5 more')
  })
})
