// Giving goodwill: read the form, give the points once, and lead back to the wallet, where it says what was done.
import type { Wallet } from '../../../model/wallet.ts'
import { creditGoodwill } from '../../../service/points.ts'
import { Refusal } from '../../../service/refusal.ts'
import { findWallet } from '../../../service/wallets.ts'
import { doOnce, type Done } from '../../once.ts'
import type { FormVisit, Page, PageAnswer } from '../../page.ts'
import { places } from '../../places.ts'
import { renderRefusal } from '../../refusal-words.ts'
import { parseForm, type Written } from '../../written.ts'
import { renderMove } from '../points/render-move.ts'
import { goodwillSchema, type GoodwillWish } from './goodwill-fields.ts'
import { showWallet } from './show-wallet.ts'

const path = '/wallets/:walletId/goodwill'

export const goodwillForm: Page = {
  access: 'user',
  method: 'POST',
  path,
  needs: 'customers',
  handle: (visit) => {
    const wallet = findWallet(visit.scope, visit.params['walletId'] ?? '')
    const { written, wish } = parseForm(goodwillSchema, visit.form.fields)
    if (!wish) return showWallet(visit, wallet, { written, status: 422 })
    return giveGoodwill(visit, wallet, { wish, written })
  },
}

/** Where somebody reloads the address of a refused form, or comes back to it after signing in again. */
export const goodwillReturn: Page = {
  access: 'user',
  method: 'GET',
  path,
  needs: 'customers',
  handle: ({ params }) => ({ location: places.wallet(encodeURIComponent(params['walletId'] ?? '')) }),
}

type Request = { readonly wish: GoodwillWish; readonly written: Written }

function giveGoodwill(visit: FormVisit, wallet: Wallet, { wish, written }: Request): PageAnswer {
  try {
    return doOnce(visit, () => writeGoodwill(visit, wallet, wish))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { status } = error
    return showWallet(visit, wallet, { written, status, refusal: renderRefusal(error, wallet.status) })
  }
}

function writeGoodwill({ scope, user }: FormVisit, { walletId }: Wallet, wish: GoodwillWish): Done {
  const { account: accountId, points, reason } = wish
  const result = creditGoodwill(scope, { walletId, accountId, points, reason })
  const notice = renderMove(result, { verb: 'given', zone: user.tenant.zone })
  return { place: places.wallet(walletId), notice, deed: null }
}
