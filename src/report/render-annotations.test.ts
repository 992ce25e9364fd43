import { describe, expect, it } from 'vitest'
import { makeFinding, type LintRuleId } from '../plan/lint/lint-finding.ts'
import { renderAnnotations } from './render-annotations.ts'

const finding = (rule: LintRuleId, line: number) =>
  makeFinding(rule, 'features/a.feature', { line, column: 5, message: 'Mend it.', hints: [] })

describe('annotations', () => {
  it('are workflow commands, errors first', () => {
    const text = renderAnnotations([finding('feature-short', 1), finding('tags-known', 9)])
    expect(text).toBe(
      '::error file=features/a.feature,line=9,col=5,title=tags-known::Mend it.\n' +
        '::warning file=features/a.feature,line=1,col=5,title=feature-short::Mend it.\n',
    )
  })

  it('let nothing of a message be taken for a command', () => {
    const odd = makeFinding('tags-known', 'a,b:c%.feature', {
      line: 1,
      message: '100 %\n::error::x',
      hints: ['y'],
    })
    expect(renderAnnotations([odd])).toBe(
      '::error file=a%2Cb%3Ac%25.feature,line=1,col=1,title=tags-known::100 %25%0A::error::x%0Ay\n',
    )
  })

  it('are ten at most, with the others counted', () => {
    const twelve = Array.from({ length: 12 }, (_, line) => finding('tags-known', line))
    const lines = renderAnnotations(twelve).trimEnd().split('\n')
    expect(lines).toHaveLength(11)
    expect(lines.at(-1)).toBe('and 2 more; `npx airlock lint` tells them all')
  })

  it('are none where nothing was found', () => {
    expect(renderAnnotations([])).toBe('')
  })
})
