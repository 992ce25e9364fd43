// Terms are written by people who have never seen the API; each must come out as what it says.
import { expect, test } from 'vitest'
import { parseCampaignTerms } from './campaign-terms.ts'

const now = Temporal.ZonedDateTime.from('2026-11-25T10:00:00+00:00[Europe/London]')

test('several terms come together, and of what nobody says nothing is told', () => {
  const told = parseCampaignTerms(
    [
      ['for a purchase of at least', '60.00'],
      ['gives', '10 % off'],
      ['is for', 'everyone'],
      ['coupons in all', '5'],
      ['coupons for each customer', '1'],
      ['tag', 'spring'],
      ['status', 'draft'],
      ['coupons last', '3 days'],
    ],
    now,
  )
  expect(told).toEqual({
    mode: 'OPEN',
    offer: { reward: 'PERCENT', value: 10, minimumSpend: 6000 },
    issueLimits: { perCampaign: 5, perCustomer: 1 },
    tags: ['spring'],
    status: 'DRAFT',
    rules: { expiry: { daysAfterIssue: 3 } },
  })
})

test.each([
  ['in 3 days', '2026-11-28T10:00:00+00:00'],
  ['on 2027-06-01 at 09:00', '2027-06-01T09:00:00+01:00'],
  ['2027-06-01 09:00 +04:00', '2027-06-01T09:00:00+04:00'],
  ['2027-06-01 09:00', '2027-06-01T09:00:00'],
])('a campaign that starts %s is told to start at %s', (said, told) => {
  expect(parseCampaignTerms([['starts', said]], now)).toEqual({ startDate: told })
})

test.each([
  [['colour', 'red'], 'is no term of a campaign'],
  [['gives', 'a smile'], 'is nothing a campaign gives'],
  [['is for', 'nobody'], 'is none of everyone'],
  [['coupons last', 'long'], 'is no number of days'],
])('%j is said to be nothing that could be meant', (row, message) => {
  expect(() => parseCampaignTerms([row], now)).toThrow(message)
})
