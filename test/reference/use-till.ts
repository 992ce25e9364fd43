// What the files about tills begin with: a platform for the file, and for each test a customer of its own.
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Account, OpenAnswer, SettleAnswer } from './answers.ts'
import { makeBasket, makeCustomer, makeOpen, makeText, type NewCustomer } from './customers.ts'
import { openPlatform, type Api, type Platform } from './platform.ts'

export class Till {
  platform!: Platform
  /** Somebody whom no other test knows. */
  customer!: NewCustomer

  get maple(): Api {
    return this.platform.api('maple')
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

  /** The account by its own address, and not as its wallet lists it. */
  readAccount({ walletId, accountId }: Pick<Account, 'walletId' | 'accountId'>): Promise<Account> {
    return this.maple.do('GET', `/wallet/${walletId}/account/${accountId}`)
  }

  async readPoints({ points }: NewCustomer): Promise<number> {
    return (await this.readAccount(points)).balances.current
  }

  /** Opens a basket of one thing and gives back what settling it needs. */
  async openBasket(price: number, more: object = {}) {
    const basket = makeBasket([{ upc: makeText('upc'), price }])
    const request = makeOpen(this.customer.card, basket, more)
    const answer = await this.open(request)
    return { request, answer, basket: answer.analyseBasketResults.basket }
  }
}

/** A till whose platform is up as long as the tests of the file run. */
export function useTill({ instances }: { readonly instances: number }): Till {
  const till = new Till()
  beforeAll(async () => {
    till.platform = await openPlatform('--instances', String(instances))
  })
  beforeEach(async () => {
    till.customer = await makeCustomer(till.maple)
  })
  afterAll(() => till.platform.stop())
  return till
}
