// What a pull request shows must be what the test said, and must call nobody.
import { describe, expect, test } from 'vitest'
import { code, escapeMarkdown, fence, renderSentence, table } from './markdown.ts'

describe('text', () => {
  test('neither formats nor opens tags', () => {
    expect(escapeMarkdown('*a* _b_ `c` [d](e) <img src=x> & |')).toBe(
      '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) &lt;img src=x&gt; &amp; \\|',
    )
  })

  test('calls no person and links no ticket', () => {
    expect(escapeMarkdown('ask @maria about #12 and !7')).toBe(
      'ask @<!-- -->maria about #<!-- -->12 and !<!-- -->7',
    )
  })

  test('stays on its line', () => {
    expect(escapeMarkdown('a\n\n  # b\u202E')).toBe('a # b\uFFFD')
  })
})

test('a fence is longer than any run of backticks within it', () => {
  expect(fence('a ```` b')).toBe('`````text\na ```` b\n`````')
  expect(fence('a\nb', '  ')).toBe('  ```text\n  a\n  b\n  ```')
  expect(fence('a\u0000b\n::warning::x')).toBe('```text\na b\n∷warning::x\n```')
})

test('a code span ends where it should', () => {
  expect(code('plain')).toBe('`plain`')
  expect(code('a`b')).toBe('``a`b``')
  expect(code('a\u0000b')).toBe('`a b`')
  expect(code('`')).toBe('`` ` ``')
})

test('a code span shows a pipe as it is, and within a table one that ends no cell', () => {
  expect(code('a|b')).toBe('`a|b`')
  const row = [code('a|b'), escapeMarkdown('c|d'), code('|')]
  expect(table(['a', 'b', 'c'], [row]).split('\n')[2]).toBe('| `a\\|b` | c\\|d | `\\|` |')
})

test('commands in a sentence are set as code', () => {
  expect(renderSentence('Run `airlock run` *now*.')).toBe('Run `airlock run` \\*now\\*.')
})

test('a table has its header row', () => {
  expect(table(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |')
})
