import { assert, constantFrom, double, nat, property, record, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleDefinitions } from '../../../test/sample-definitions.ts'
import { makeNearFinder } from './find-near-phrases.ts'
import { makePhraseBook } from './phrase-book.ts'

const book = makePhraseBook(sampleDefinitions)
const find = makeNearFinder(book)

describe('the phrases nearest to one that nobody defined', () => {
  it('are three, the nearest first, filled with what the text gives', () => {
    const near = find('Annas wallet is activ', 'Then')
    expect(near.map(({ filled }) => filled)).toEqual([
      "Anna's wallet is active",
      "Anna's coupon is active",
      'the campaign {string} is active',
    ])
  })

  it.each([
    ['Then', 'the wallet of Anna is active', "{customer}'s wallet is {status}"],
    ['Then', "Anna's wallet should be terminated", "{customer}'s wallet is {status}"],
    ['Given', "Anna's wallet was suspended", "{customer}'s wallet has been {change}"],
    ['Given', 'a campaign Winter', 'a campaign {string}'],
    ['Given', 'campaign "Winter" exists', 'a campaign {string}'],
    ['Given', 'Anna owns a coupon of "Winter"', '{customer} has a coupon of {string}'],
    ['Given', '15 days have passed', '{int} days have gone by'],
    ['When', 'Anna redeems her coupon', '{customer} redeems the coupon'],
    ['When', 'Anna buys coffee', '{customer} buys {line}'],
    ['When', 'customer service opens the wallet of Anna', "customer care opens {customer}'s wallet"],
    ['When', 'campaigns get listed', 'the campaigns are listed'],
    ['Then', 'it is rejected because the balance is too low', 'it is refused because {reason}'],
    ['Then', 'it is refused', 'it is refused because {reason}'],
    ['Then', '10 % is taken of and 63 is to pay', '{money} is taken off and {money} is to pay'],
  ] as const)('%s %s → %s', (keyword, text, pattern) => {
    expect(find(text, keyword).map(({ definition }) => definition.pattern)).toContain(pattern)
  })

  it('put a value right that is nearly one of those there are', () => {
    const [near] = find('it is refused because the walet is terminatd', 'Then')
    expect(near).toMatchObject({ filled: 'it is refused because the wallet is terminated', open: [] })
  })

  it('say what may stand where the text gives no value', () => {
    const [near] = find("Anna's wallet is fine", 'Then')
    expect(near).toMatchObject({
      filled: "Anna's wallet is {status}",
      open: [{ name: '{status}', values: ['active', 'suspended', 'terminated', 'used'] }],
    })
  })

  it('know the words of a regular expression', () => {
    const [near] = find('customer care searches for Anna by her card', 'When')
    expect(near?.filled).toBe('customer care searches for Anna by the card')
  })

  it('prefer what was defined with the same keyword, where both are as near', () => {
    const phrases = [
      ['Given', 'the door has stood open'],
      ['Then', 'the door now stands open'],
    ] as const
    const steps = phrases.map(([keyword, pattern], line) => ({
      keyword,
      pattern,
      flags: null,
      uri: 'steps/door.steps.ts',
      line,
    }))
    const findDoor = makeNearFinder(makePhraseBook({ steps, parameters: [], unusable: [] }))
    for (const [keyword] of phrases)
      expect(findDoor('the door open', keyword)[0]?.definition.keyword).toBe(keyword)
  })

  it('are none where nothing is alike', () => {
    expect(find('zzz', 'Then')).toEqual([])
  })

  it('have the one that was meant among them, whatever letters two slips of the hand have changed', () => {
    const texts = [
      'Anna is a customer',
      'a campaign "Week" whose coupons last 14 days',
      'Anna redeems the coupon',
      "customer care opens Anna's wallet",
      '7.00 is taken off and 63.00 is to pay',
      'it is refused because the balance is too low',
    ]
    const slip = record({ at: double({ min: 0, max: 0.999, noNaN: true }), kind: nat(2) })
    assert(
      property(constantFrom(...texts), tuple(slip, slip), (text, slips) => {
        const meant = book.match(text)[0]!.definition
        const written = slips.reduce(misspell, text)
        const near = find(written, meant.keyword).map(({ definition }) => definition)
        expect(near, written).toContain(meant)
      }),
      { numRuns: 200, seed: 7 },
    )
  })
})

/** A letter left out, doubled, or exchanged with the next. */
function misspell(text: string, { at, kind }: { at: number; kind: number }): string {
  const index = Math.floor(at * text.length)
  const [letter = '', next = ''] = text.slice(index, index + 2)
  const instead = ['', letter + letter, next + letter][kind] ?? ''
  return text.slice(0, index) + instead + text.slice(index + (kind === 2 ? 2 : 1))
}
