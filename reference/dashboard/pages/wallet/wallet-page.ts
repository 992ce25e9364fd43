// One wallet by its address, with what a goodwill form has just done to it.
import { z } from 'zod'
import { findWallet } from '../../../service/wallets.ts'
import type { Page } from '../../page.ts'
import { findGoodwill } from './goodwill-record.ts'
import { showWallet } from './show-wallet.ts'

const querySchema = z.object({
  given: z.string().optional().catch(undefined),
  page: z
    .string()
    .regex(/^[1-9]\d{0,6}$/)
    .transform(Number)
    .catch(1),
})

export const walletPage: Page = {
  access: 'user',
  method: 'GET',
  path: '/wallets/:walletId',
  handle: (visit) => {
    const wallet = findWallet(visit.scope, visit.params['walletId'] ?? '')
    const { given: mark, page } = querySchema.parse(visit.query)
    const given = mark === undefined ? undefined : findGoodwill(visit, mark, wallet.walletId)
    return showWallet(visit, wallet, { page, given })
  },
}
