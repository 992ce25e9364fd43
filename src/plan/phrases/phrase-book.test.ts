import { CucumberExpression, ParameterTypeRegistry } from '@cucumber/cucumber-expressions'
import { describe, expect, it } from 'vitest'
import { sampleDefinitions } from '../../../test/sample-definitions.ts'
import { listArguments, makePhraseBook } from './phrase-book.ts'

const book = makePhraseBook(sampleDefinitions)
const match = (text: string) => book.match(text).map(({ definition }) => definition.pattern)

describe('a phrase book', () => {
  it.each([
    ['Anna has 3 points', '{customer} has {points}'],
    ['a campaign "Week" whose coupons last 1 day', 'a campaign {string} whose coupons last {int} day(s)'],
    ['the list is empty', 'a/the list is empty'],
    ['it is refused because the balance is too low', 'it is refused because {reason}'],
  ])('finds what fits "%s"', (text, pattern) => {
    expect(match(text)).toEqual([pattern])
  })

  it.each(['anna has 3 points', 'Anna has 3 point of', 'it is refused because of me'])(
    'finds nothing that fits "%s"',
    (text) => {
      expect(match(text)).toEqual([])
    },
  )

  it('finds every phrase that fits, as that is what makes a step ambiguous', () => {
    const [first] = sampleDefinitions.steps
    const twice = { ...sampleDefinitions, steps: [...sampleDefinitions.steps, { ...first!, line: 99 }] }
    const found = makePhraseBook(twice).match('Anna is a customer')
    expect(found.map(({ definition }) => definition.line)).toEqual([1, 99])
  })

  it('answers the same each time, also for a regular expression that would remember', () => {
    for (const card of ['A1', 'B2']) {
      const text = `customer care searches for ${card} by the card`
      expect(makePhraseBook(sampleDefinitions).match(text)).toHaveLength(1)
      expect(book.match(text)).toHaveLength(1)
    }
  })

  it.each([
    ['a day(s or so) later', ['a day later', 'a days or so later', 'a days later', 'a or later']],
    ['un(do)(ne it)all of it', ['unall of it', 'undone itall of it', 'undoall of it', 'all of it']],
    ['he/she/they pay(s) {int}x', ['she pays 3x', 'they pay 3x', 'we pay 3x', 'she pays x']],
    ['{word}{int} in\\(side\\)', ['a1 in(side)', 'a1 inside', 'a1 in']],
    ['{string} is (not )shown', ['"a b" is shown', '"a b" is not shown', '"a b" not shown']],
  ])('agrees with Cucumber on %s', (pattern, texts) => {
    const { regexp } = new CucumberExpression(pattern, new ParameterTypeRegistry())
    const steps = [{ pattern, flags: null, keyword: 'Given' as const, uri: 'a.ts', line: 1 }]
    const one = makePhraseBook({ steps, parameters: [], unusable: [] })
    expect(texts.filter((text) => one.match(text).length > 0)).toEqual(
      texts.filter((text) => regexp.test(text)),
    )
  })

  it('tells what a text says at each place', () => {
    const text = '7.00 is taken off and 63.00 is to pay'
    expect(listArguments(book.match(text)[0]!.expression, text)).toEqual(['7.00', '63.00'])
  })
})
