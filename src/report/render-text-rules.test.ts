// However much a rule found, the verdict above it and the remedies below it stay in sight.
import { expect, test } from 'vitest'
import { sampleFinding } from '../../test/acceptance/sample-evidence.ts'
import type { Preview } from '../gate/preview.ts'
import { renderPreview } from './render-preview.ts'
import { renderRules } from './render-text-rules.ts'
import { makeStyle } from './render-text-style.ts'

const style = makeStyle({ color: false, width: 100 })
const makeLacking = (many: number) => {
  const lacking = Array.from({ length: many }, (_, at) => `operation-${at}: no success and no refusal`)
  const actual = { operations: many, covered: 0, lacking }
  return sampleFinding({ rule: 'operations-covered', outcome: 'fail', actual, remedy: 'Write a scenario.' })
}

test('what does not fit in a few lines is said to be in the verdict', () => {
  const lines = renderRules([makeLacking(71)], style)
  expect(lines).toHaveLength(8)
  expect(lines.at(-1)?.trim()).toBe('… verdict.json has the rest')
  const waived = renderRules([{ ...makeLacking(71), waiver: 'https://x.example/1' }], style)
  expect(waived.join(' ').replaceAll(/\s+/g, ' ')).toMatch(/has the rest \(waived\)$/)
})

test('what fits stands there as a whole', () => {
  const text = renderRules([makeLacking(3)], style)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
  expect(text).toContain('operation-2: no success and no refusal')
  expect(text).not.toContain('the rest')
})

test('nor does a preview bury what mends it', () => {
  const at = '2026-11-30T03:00:00Z'
  const moment = { decidedAt: at, verdict: 'block' }
  const turns = [{ at, verdict: 'block', newly: [makeLacking(71)], noMore: [] }]
  const text = renderPreview({ now: moment, later: moment, turns } as unknown as Preview, style)
  expect(text.split('\n').length).toBeLessThan(20)
  expect(text).toContain('Write a scenario.')
})
