import { describe, expect, it } from 'vitest'
import { makePhraseBook } from './phrase-book.ts'
import { listSlots, readPhrase, splitPhrase } from './split-phrase.ts'

function split(pattern: string, flags: string | null = null) {
  const step = { pattern, flags, keyword: 'Given', uri: 'steps/a.steps.ts', line: 1 } as const
  const book = makePhraseBook({ steps: [step], parameters: [], unusable: [] })
  const [phrase] = book.phrases
  return {
    words: splitPhrase(phrase!, book.parameters).map((spelling) => spelling.map(({ text }) => text)),
    slots: listSlots(phrase!, book.parameters).map(({ name }) => name),
    read: readPhrase(phrase!, book.parameters),
  }
}

describe('splitPhrase', () => {
  it('gives one spelling for each choice of optional letters and alternatives', () => {
    expect(split('{int} day(s) is/are left').words).toEqual([
      ['{int}', 'days', 'is', 'left'],
      ['{int}', 'days', 'are', 'left'],
      ['{int}', 'day', 'is', 'left'],
      ['{int}', 'day', 'are', 'left'],
    ])
  })

  it('keeps letters at a place with it, and an escaped sign as it is read', () => {
    expect(split("{word}'s \\(big) dog").words[0]).toEqual(["{word}'s", '(big)', 'dog'])
  })

  it('shows a regular expression with the words it lets one choose from', () => {
    const { read, slots } = split('^the (\\w+) is (red|dark blue)\\.$', '')
    expect(read).toBe('the … is (red|dark blue).')
    expect(slots).toEqual(['…', '(red|dark blue)'])
  })

  it('takes a regular expression it cannot read as one place', () => {
    expect(split('^a ((very )?big) dog$', '').slots).toEqual(['a ((very )?big) dog'])
  })

  it('does not grow without bounds', () => {
    expect(split('a/b a/b a/b a/b a/b a/b').words).toHaveLength(8)
  })
})
