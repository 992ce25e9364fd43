// Phrases of a shop, for tests that need some of every kind.
import type { Definitions, StepDefinition } from '../src/plan/phrases/definitions.ts'

const phrases: [StepDefinition['keyword'], string][] = [
  ['Given', '{customer} is a customer'],
  ['Given', "{customer}'s wallet has been {change}"],
  ['Given', 'a campaign {string}'],
  ['Given', 'a campaign {string} whose coupons last {int} day(s)'],
  ['Given', '{customer} has a coupon of {string}'],
  ['Given', '{int} days have gone by'],
  ['When', '{customer} redeems the coupon'],
  ['When', '{customer} buys {line}'],
  ['When', "customer care opens {customer}'s wallet"],
  ['When', 'the campaign {string} is renamed to {string}'],
  ['When', 'the campaigns are listed'],
  ['Then', "{customer}'s wallet is {status}"],
  ['Then', "{customer}'s coupon is {status}"],
  ['Then', 'the campaign {string} is {status}'],
  ['Then', '{customer} has {points}'],
  ['Then', 'it is refused because {reason}'],
  ['Then', '{money} is taken off and {money} is to pay'],
  ['Then', 'a/the list is empty'],
]

const parameters: [string, string][] = [
  ['customer', '[A-Z][a-z]+'],
  ['change', 'activated|suspended|terminated'],
  ['status', 'active|suspended|terminated|used'],
  ['points', '(\\d+) points?'],
  ['money', '\\d+\\.\\d\\d'],
  ['line', '(\\d+) "([^"]+)"'],
  ['reason', 'the wallet is terminated|the balance is too low|there is no such wallet'],
]

/** Steps stand in one file a line each, parameters in another. */
export const sampleDefinitions: Definitions = {
  steps: [
    ...phrases.map(([keyword, pattern], index) => ({
      pattern,
      flags: null,
      keyword,
      uri: 'steps/shop.steps.ts',
      line: index + 1,
    })),
    {
      pattern: '^customer care searches for (\\S+) by the (card|wallet number)$',
      flags: 'g',
      keyword: 'When',
      uri: 'steps/shop.steps.ts',
      line: phrases.length + 1,
    },
  ],
  parameters: parameters.map(([name, regexp], index) => ({
    name,
    regexps: [regexp],
    useForSnippets: true,
    preferForRegexpMatch: false,
    uri: 'support/parameters.ts',
    line: index + 1,
  })),
  unusable: [],
}
