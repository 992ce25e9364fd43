import { describe, expect, it } from 'vitest'
import { findAbout, findMeaning } from './parse-comments.ts'

const source = `// Wallets: what is in them,
// and what becomes of them.
import { Given } from '@cucumber/cucumber'

/** One line. */
Given('one', function () {})

/**
 * Several lines
 * that belong together.
 */
Given('several', function () {})

/** This belongs to somebody else. */
const other = 1
Given('none', function () {})

/** This belongs to somebody else. */
/* A plain comment says nothing. */
Given('plain', function () {})

// Not this kind of comment.
Given('remark', function () {})
`
const lineOf = (text: string): number => source.split('\n').findIndex((line) => line.includes(text)) + 1

describe('meanings beside phrases', () => {
  it.each([
    ["Given('one'", 'One line.'],
    ["Given('several'", 'Several lines that belong together.'],
    ["Given('none'", ''],
    ["Given('plain'", ''],
    ["Given('remark'", ''],
  ])('%s means "%s"', (text, meaning) => {
    expect(findMeaning(source, lineOf(text))).toBe(meaning)
  })

  it('are none at the top of a file', () => {
    expect(findMeaning(source, 1)).toBe('')
  })
})

describe('what a file says of itself', () => {
  it('is the comment it begins with', () => {
    expect(findAbout(source)).toBe('Wallets: what is in them, and what becomes of them.')
    expect(findAbout("import 'x'\n// Too late.")).toBe('')
    expect(findAbout('// Nothing else.')).toBe('Nothing else.')
  })
})
