// The terms of a campaign as people say them, and what the API wants to be told.
import { mergeRules } from './merge-rules.ts'
import { parseMoment, renderTime } from './moment.ts'

type Now = Temporal.ZonedDateTime
type Terms = Readonly<Record<string, (value: string, now: Now) => object>>

const terms: Terms = {
  name: (name) => ({ name }),
  reference: (reference) => ({ reference }),
  tag: (tag) => ({ tags: [tag] }),
  status: (value) => ({ status: value.toUpperCase() }),
  starts: (value, now) => ({ startDate: parseEdge(value, now) }),
  ends: (value, now) => ({ endDate: parseEdge(value, now) }),
  'is for': (value) => ({ mode: choose(value, { everyone: 'OPEN', 'holders of its coupon': 'RESTRICTED' }) }),
  gives: (value) => ({ offer: parseReward(value) }),
  'for a purchase of at least': (value) => ({ offer: { minimumSpend: parseMoney(value) } }),
  'coupons in all': (value) => ({ issueLimits: { perCampaign: Number(value) } }),
  'coupons for each customer': (value) => ({ issueLimits: { perCustomer: Number(value) } }),
  'uses of a coupon': (value) => ({ rules: { uses: Number(value) } }),
  'coupons last': (value) => ({ rules: { expiry: { daysAfterIssue: parseDays(value) } } }),
  'coupons begin after': (value) => ({ rules: { start: { daysAfterIssue: parseDays(value) } } }),
  'redeemed at the unit': (unit) => ({ partners: { redemption: [unit] } }),
}

/** Of which nothing is said: an amount off for customers who have its coupon, at once and without an end. */
export const usualCampaign = { mode: 'RESTRICTED', offer: { reward: 'AMOUNT', value: 100 } }

/** Rows of a term and its value → what the API is told of them, and nothing else; `now` is the tenant's. */
export function parseCampaignTerms(rows: readonly (readonly string[])[], now: Now): object {
  return rows.reduce(
    (told: object, [term = '', value = '']) => mergeRules(told, parseTerm(term, value, now)),
    {},
  )
}

function parseTerm(term: string, value: string, now: Now): object {
  const parse = terms[term]
  if (!parse)
    throw new Error(`"${term}" is no term of a campaign; there are ${Object.keys(terms).join(', ')}.`)
  return parse(value, now)
}

/** `2027-06-01 09:00 +04:00` is sent as it is, with or without its offset; anything else is a time as steps say it. */
function parseEdge(text: string, now: Now): string {
  const [, day, time, offset = ''] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)(?: ([+-]\d\d:\d\d))?$/.exec(text) ?? []
  return day === undefined ? renderTime(parseMoment(text)(now)) : `${day}T${time}:00${offset}`
}

/** `10 % off`, `1.00 off`, `50 points`. */
function parseReward(text: string): object {
  const [, percent, amount, points] = /^(?:(\d+) % off|(\d+\.\d\d) off|(\d+) points?)$/.exec(text) ?? []
  if (percent !== undefined) return { reward: 'PERCENT', value: Number(percent) }
  if (amount !== undefined) return { reward: 'AMOUNT', value: parseMoney(amount) }
  if (points !== undefined) return { reward: 'POINTS', value: Number(points) }
  throw new Error(`"${text}" is nothing a campaign gives, as "10 % off", "1.00 off" or "50 points" is.`)
}

function parseMoney(text: string): number {
  return Number(text.replace('.', ''))
}

/** `3 days` → 3. */
function parseDays(text: string): number {
  const [, days] = /^(-?\d+) days?$/.exec(text) ?? []
  if (days === undefined) throw new Error(`"${text}" is no number of days.`)
  return Number(days)
}

function choose(value: string, choices: Readonly<Record<string, string>>): string {
  const chosen = choices[value]
  if (chosen === undefined) throw new Error(`"${value}" is none of ${Object.keys(choices).join(', ')}.`)
  return chosen
}
