import { describe, expect, it } from 'vitest'
import { compareWords, countSlips, findNearWord } from './compare-words.ts'

describe('countSlips', () => {
  it.each([
    ['wallet', 'wallet', 0],
    ['wallet', 'walet', 1],
    ['walet', 'wallet', 1],
    ['wallet', 'wallat', 1],
    // Two neighbours exchanged are one slip of the hand.
    ['wallet', 'walelt', 1],
    ['', 'abc', 3],
    ['abc', '', 3],
  ])('%s → %s: %i', (a, b, slips) => {
    expect(countSlips(a, b)).toBe(slips)
  })
})

describe('compareWords', () => {
  it('does not mind capitals, and goes by the longer word', () => {
    expect(compareWords('Wallet', 'wALLET')).toBe(1)
    expect(compareWords('abcd', 'abc')).toBe(0.75)
    expect(compareWords('abc', 'xyz')).toBe(0)
  })
})

describe('findNearWord', () => {
  it('finds the nearest that is near enough, the first of equals', () => {
    expect(findNearWord('smok', ['slow', 'smoke'])).toBe('smoke')
    expect(findNearWord('ab', ['ac', 'bb'], 0.5)).toBe('ac')
    expect(findNearWord('smok', ['contract'])).toBeNull()
    expect(findNearWord('smok', [])).toBeNull()
  })
})
