// What campaigns take off or give at the till, and whose coupons they have. An offer is for products of the scenario
// only, so that offers for everyone touch nobody else's basket.
import type { AirlockWorld } from '../world.ts'
import { makeCampaign } from './campaigns.ts'
import { giveCoupon } from './coupons.ts'
import { parseMoney, products } from './goods.ts'

type Reward = { readonly reward: 'PERCENT' | 'AMOUNT' | 'POINTS'; readonly value: number }

export function offerFor(world: AirlockWorld, product: string, reward: Reward): { offer: object } {
  return { offer: { ...reward, products: [world.memory.recall(products, product).upc] } }
}

/** What can be said of an offer in a table, and what it means; a cell left empty says nothing. */
type Terms = { readonly offer?: object; readonly [name: string]: unknown }

const columns: Readonly<Record<string, (world: AirlockWorld, cell: string) => Terms>> = {
  gives: (_world, cell) => ({ offer: parseReward(cell) }),
  on: (world, cell) => ({
    offer: { products: splitCell(cell).map((name) => world.memory.recall(products, name).upc) },
  }),
  to: (_world, cell) => (cell === 'everyone' ? { mode: 'OPEN' } : {}),
  from: (_world, cell) => ({ offer: { minimumSpend: parseMoney(cell) } }),
  rank: (_world, cell) => ({ offer: { priority: Number(cell) } }),
  'at most': (_world, cell) => ({ offer: { stackingLimit: Number(cell) } }),
  'a customer': (_world, cell) => ({ issueLimits: { perCustomer: Number(cell) } }),
  'when given back': (_world, cell) => ({ rules: { unredeemable: cell !== 'lost' } }),
}

/** Makes the campaign of each row, and gives its coupon to whom it is for. */
export async function makeOffers(world: AirlockWorld, rows: readonly Readonly<Record<string, string>>[]) {
  for (const row of rows) {
    const { offer: name = '', to = '' } = row
    await makeCampaign(world, name, makeTerms(world, row))
    for (const customer of to === 'everyone' ? [] : splitCell(to))
      await giveCoupon(world, customer, { campaign: name })
  }
}

function makeTerms(world: AirlockWorld, row: Readonly<Record<string, string>>): Terms {
  const cells = Object.entries(row).filter(([column, cell]) => column !== 'offer' && cell !== '')
  const parts = cells.map(([column, cell]) => columnOf(column)(world, cell))
  const offer: object = Object.assign({}, ...parts.map((part) => part.offer))
  return { ...Object.assign({}, ...parts), offer }
}

function columnOf(column: string) {
  const found = columns[column]
  if (found) return found
  throw new Error(`An offer has no "${column}"; it has offer, ${Object.keys(columns).join(', ')}.`)
}

/** `10 %`, `5.00` or `100 points`. */
function parseReward(cell: string): Reward {
  const [, percent] = /^(\d+) %$/.exec(cell) ?? []
  if (percent !== undefined) return { reward: 'PERCENT', value: Number(percent) }
  const [, points] = /^(\d+) points?$/.exec(cell) ?? []
  if (points !== undefined) return { reward: 'POINTS', value: Number(points) }
  return { reward: 'AMOUNT', value: parseMoney(cell) }
}

function splitCell(cell: string): string[] {
  return cell.split(',').map((part) => part.trim())
}
