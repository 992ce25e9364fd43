// What the files about tills begin with: a platform for the file, and for each test a customer of its own.
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { OpenAnswer, SettleAnswer } from './answers.ts'
import { makeBasket, makeCustomer, makeOpen, makeText, readAccount, type NewCustomer } from './customers.ts'
import { openPlatform, type Api, type Platform } from './platform.ts'

export class Till {
  #platform: Platform | undefined
  #maple: Api | undefined
  #customer: NewCustomer | undefined

  async start(instances: number): Promise<void> {
    this.#platform = await openPlatform('--instances', String(instances))
    this.#maple = this.#platform.api('maple')
  }

  async welcome(): Promise<void> {
    this.#customer = await makeCustomer(this.maple)
  }

  get platform(): Platform {
    return requireStarted(this.#platform)
  }

  get maple(): Api {
    return requireStarted(this.#maple)
  }

  /** Somebody whom no other test knows. */
  get customer(): NewCustomer {
    return requireStarted(this.#customer)
  }

  open(request: object): Promise<OpenAnswer> {
    return this.maple.do('POST', '/connect/wallet/open', request)
  }

  settle(request: object): Promise<SettleAnswer> {
    return this.maple.do('POST', '/connect/wallet/settle', request)
  }

  refuseSettle(request: object): Promise<string> {
    return this.maple.refusal('POST', '/connect/wallet/settle', request)
  }

  async readPoints({ points }: NewCustomer): Promise<number> {
    return (await readAccount(this.maple, points)).balances.current
  }

  /** Opens a basket of one thing and gives back what settling it needs. */
  async openBasket(price: number, more: object = {}) {
    const basket = makeBasket([{ upc: makeText('upc'), price }])
    const request = makeOpen(this.customer.card, basket, more)
    const answer = await this.open(request)
    return { request, answer, basket: answer.analyseBasketResults.basket }
  }
}

function requireStarted<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('asked before the platform was up')
  return value
}

/** A till whose platform is up as long as the tests of the file run. */
export function useTill({ instances }: { readonly instances: number }): Till {
  const till = new Till()
  beforeAll(() => till.start(instances))
  beforeEach(() => till.welcome())
  afterAll(() => till.platform.stop())
  return till
}
