// Terms are written by people who have never seen the API; each must come out as what it says.
import { expect, test } from 'vitest'
import { parseSchemeTerms } from './scheme-terms.ts'

const usualSpend = { enabled: true, minimum: 100, step: 100, maximum: 99_999 }

test('a scheme of which nothing is said lets points be spent from 100 in steps of 100', () => {
  expect(parseSchemeTerms([])).toEqual({ services: { spend: usualSpend } })
})

test('several terms come together, and what is not said of a part stays as usual', () => {
  const rules = parseSchemeTerms([
    ['a purchase earns', '3 points for every 2.00'],
    ['points are worth', '0.50 for 100'],
    ['most to spend', '500 points'],
    ['points last', '6 months'],
    ['switched off', 'goodwill'],
    ['below nothing', 'filled up'],
  ])
  expect(rules).toEqual({
    rates: { earn: { points: 3, per: 200 }, redemption: { points: 100, value: 50 } },
    services: {
      spend: { ...usualSpend, maximum: 500 },
      expiryPoints: { enabled: true, months: 6 },
      goodwill: { enabled: false },
    },
    autoTopUp: true,
  })
})

test.each([
  [['points live', '6 months'], '"points live" is no term of a points scheme; there are a purchase earns'],
  [['points last', 'long'], '"long" does not begin with a number'],
  [['a purchase earns', 'much'], '"much" is no rate, as "1 point for every 2.00" is'],
  [['points are worth', 'nothing'], '"nothing" is no worth, as "0.50 for 100" is'],
  [['below nothing', 'never'], '"never" is none of allowed, filled up'],
])('%j is told as what it is', (row, message) => {
  expect(() => parseSchemeTerms([row])).toThrow(message)
})
