import { describe, expect, it } from 'vitest'
import { makeFinding } from '../plan/lint/lint-finding.ts'
import { renderLint } from './render-lint.ts'
import { makeStyle } from './render-text-style.ts'

const style = makeStyle({ color: false, width: 80 })
const counts = { features: 2, policies: 1 }

describe('what lint prints', () => {
  it('is one line when there is nothing to mend', () => {
    expect(renderLint([], counts, style)).toBe('✓ nothing to mend in 2 features and 1 policy file\n')
  })

  it('is each finding below its file, with place, rule and hints', () => {
    const message =
      'No phrase fits "Anna sings a song that is much longer than a line of a terminal". Nearest:'
    const findings = [
      makeFinding('steps-defined', 'features/a.feature', {
        line: 12,
        column: 5,
        message,
        hints: ['When Anna hums'],
      }),
      makeFinding('feature-short', 'features/b.feature', { line: 1, message: 'It is long.' }),
    ]
    expect(renderLint(findings, counts, style).split('\n')).toEqual([
      'features/a.feature',
      '   12:5  ✕ No phrase fits "Anna sings a song that is much longer than a line of',
      '           a terminal". Nearest: steps-defined',
      '             When Anna hums',
      '',
      'features/b.feature',
      '    1:1  ! It is long. feature-short',
      '',
      '1 error and 1 warning in 2 features and 1 policy file',
      '',
    ])
  })

  it('lets no text of a feature do anything to the terminal', () => {
    const finding = makeFinding('tags-known', 'a', {
      line: 1,
      message: 'x\u001B[2Jy',
      hints: ['\u001B]0;z\u0007'],
    })
    expect(renderLint([finding], counts, style)).not.toContain('\u001B')
  })
})
