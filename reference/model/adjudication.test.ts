// The arithmetic of offers, without a till around it.
import { expect, it } from 'vitest'
import { adjudicate, type Candidate, type PointsHolder } from './adjudication.ts'
import type { Basket } from './basket.ts'
import type { Offer } from './campaign.ts'

let nextId = 1

const defaults = { priority: 0, stackingLimit: null }

function makeCandidate(offer: Partial<Offer>): Candidate {
  const id = String(nextId++)
  const whole = { reward: 'AMOUNT' as const, value: 1, minimumSpend: 0, products: [], ...defaults, ...offer }
  return { campaign: { id, name: `Offer ${id}`, offer: whole }, accountId: `9${id}`, isOpen: false }
}

function makeBasket(...prices: number[]): Basket {
  const total = prices.reduce((sum, price) => sum + price, 0)
  const contents = prices.map((totalUnitCost, index) => ({ upc: `p${index}`, totalUnitCost }))
  return { type: 'STANDARD', summary: { totalBasketValue: total }, contents }
}

const holder: PointsHolder = {
  accountId: '5',
  scheme: {
    id: '4',
    rates: { earn: { points: 1, per: 100 }, redemption: { points: 100, value: 100 } },
    earnTransactionLimit: null,
  },
  canEarn: true,
  canCredit: true,
}

const decide = (basket: Basket, candidates: Candidate[], holders: PointsHolder[] = [holder]) =>
  adjudicate({ basket, candidates, holders, earnsOn: 'paid' })

it('works each discount out on what the ones before it left, oldest campaign first', () => {
  const half = makeCandidate({ reward: 'PERCENT', value: 50 })
  const fixed = makeCandidate({ reward: 'AMOUNT', value: 100 })
  const { discounts, total } = decide(makeBasket(1000), [fixed, half])
  expect(discounts.map(({ amount }) => amount)).toEqual([500, 100])
  expect(total).toBe(400)
})

it('takes offers on lines off before those on the whole basket', () => {
  const onBasket = makeCandidate({ reward: 'PERCENT', value: 10 })
  const onLine = makeCandidate({ reward: 'AMOUNT', value: 300, products: ['p1'] })
  const { discounts } = decide(makeBasket(1000, 500), [onBasket, onLine])
  expect(discounts.map(({ amount, shares }) => [amount, shares])).toEqual([
    [300, [{ line: 1, amount: 300 }]],
    [120, null],
  ])
})

it('uses an amount up line by line, and a percentage on each line, rounded down', () => {
  const amount = makeCandidate({ reward: 'AMOUNT', value: 700, products: ['p0', 'p2'] })
  expect(decide(makeBasket(500, 999, 500), [amount]).discounts[0]?.shares).toEqual([
    { line: 0, amount: 500 },
    { line: 2, amount: 200 },
  ])
  const percent = makeCandidate({ reward: 'PERCENT', value: 33, products: ['p0', 'p1'] })
  expect(decide(makeBasket(199, 1), [percent]).discounts[0]?.shares).toEqual([{ line: 0, amount: 65 }])
})

it('never takes off more than there is to pay', () => {
  const offers = [makeCandidate({ value: 900 }), makeCandidate({ value: 900 }), makeCandidate({ value: 900 })]
  const { discounts, total, unused } = decide(makeBasket(1000), offers)
  expect(discounts.map(({ amount }) => amount)).toEqual([900, 100])
  expect(total).toBe(0)
  expect(unused).toEqual([offers[2]])
})

it('leaves an offer alone whose minimum is not reached or whose products are not there', () => {
  const offers = [
    makeCandidate({ minimumSpend: 1001 }),
    makeCandidate({ minimumSpend: 501, products: ['p0'] }),
    makeCandidate({ products: ['elsewhere'] }),
    makeCandidate({ minimumSpend: 1000 }),
  ]
  const { discounts, unused } = decide(makeBasket(500, 500), offers)
  expect(discounts.map(({ candidate }) => candidate)).toEqual([offers[3]])
  expect(unused).toEqual(offers.slice(0, 3))
})

it('earns on what is left to pay, in whole multiples', () => {
  const offers = [makeCandidate({ value: 1 })]
  expect(decide(makeBasket(6400), offers).earns.map(({ points }) => points)).toEqual([63])
  expect(decide(makeBasket(99), []).earns).toEqual([])
  const price = adjudicate({
    basket: makeBasket(6400),
    candidates: offers,
    holders: [holder],
    earnsOn: 'price',
  })
  expect(price.earns.map(({ points }) => points)).toEqual([64])
})

it('gives points to the first account that may get them, and to nobody where there is none', () => {
  const gift = makeCandidate({ reward: 'POINTS', value: 50 })
  const closed = { ...holder, accountId: '6', canEarn: false, canCredit: false }
  const { credits } = decide(makeBasket(100), [gift], [closed, holder])
  expect(credits.map((credit) => [credit.holder.accountId, credit.points])).toEqual([['5', 50]])
  expect(decide(makeBasket(100), [gift], [closed])).toMatchObject({ credits: [], earns: [], unused: [gift] })
})

it('makes nothing of an empty basket', () => {
  const offers = [makeCandidate({}), makeCandidate({ reward: 'POINTS' })]
  expect(decide(makeBasket(), offers)).toMatchObject({ discounts: [], earns: [], credits: [], total: 0 })
})

it('plays what has priority first, and then the older campaign', () => {
  const offers = [
    makeCandidate({ value: 900 }),
    makeCandidate({ value: 800, priority: 2 }),
    makeCandidate({ value: 700, priority: 2 }),
  ]
  const { discounts } = decide(makeBasket(1600), offers)
  expect(discounts.map(({ amount }) => amount)).toEqual([800, 700, 100])
})

it('leaves an offer out that its stacking limit leaves no room for, counted by kind', () => {
  const offers = [
    makeCandidate({ value: 1 }),
    makeCandidate({ value: 2, stackingLimit: 1 }),
    makeCandidate({ value: 3, stackingLimit: 2 }),
    makeCandidate({ reward: 'PERCENT', value: 10, stackingLimit: 1 }),
    makeCandidate({ reward: 'POINTS', value: 10, stackingLimit: 1 }),
  ]
  const { discounts, credits, unused } = decide(makeBasket(1000), offers)
  expect(discounts.map(({ candidate }) => candidate)).toEqual([offers[0], offers[2], offers[3]])
  expect(credits).toHaveLength(1)
  expect(unused).toEqual([offers[1]])
})

it('earns no more than the scheme lets one purchase earn', () => {
  const limited = { ...holder, scheme: { ...holder.scheme, earnTransactionLimit: 5 } }
  expect(decide(makeBasket(499), [], [limited]).earns.map(({ points }) => points)).toEqual([4])
  expect(decide(makeBasket(9900), [], [limited]).earns.map(({ points }) => points)).toEqual([5])
})
