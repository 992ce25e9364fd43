// One wallet by its address, with what a form has just done to it.
import { z } from 'zod'
import { findWallet } from '../../../service/wallets.ts'
import { findNotice } from '../../once.ts'
import type { Page } from '../../page.ts'
import { pageNumberSchema } from '../../paging.ts'
import { showWallet } from './show-wallet.ts'

const querySchema = z.object({ page: pageNumberSchema })

export const walletPage: Page = {
  access: 'user',
  method: 'GET',
  path: '/wallets/:walletId',
  needs: 'customers',
  handle: (visit) => {
    const wallet = findWallet(visit.scope, visit.params['walletId'] ?? '')
    const { page } = querySchema.parse(visit.query)
    return showWallet(visit, wallet, { page, notice: findNotice(visit) })
  },
}
