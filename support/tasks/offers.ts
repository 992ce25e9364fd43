// What a campaign takes off or gives, for one product of the scenario only, so that offers for everyone touch nobody
// else's basket.
import type { AirlockWorld } from '../world.ts'
import { products } from './checkout.ts'

type Reward = { readonly reward: 'PERCENT' | 'AMOUNT' | 'POINTS'; readonly value: number }

export function offerFor(world: AirlockWorld, product: string, reward: Reward): { offer: object } {
  return { offer: { ...reward, products: [world.memory.recall(products, product).upc] } }
}
