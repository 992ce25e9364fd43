// Giving goodwill: read the form, give the points once, and lead back to the wallet, where it says what was done.
import { findWallet } from '../../../service/wallets.ts'
import { Refusal } from '../../../service/refusal.ts'
import type { Form, Page, PageAnswer, UserVisit } from '../../page.ts'
import { places } from '../../places.ts'
import { parseGoodwill, type GoodwillWish, type Written } from './goodwill-fields.ts'
import { writeGoodwill } from './goodwill-record.ts'
import { renderRefusal } from './refusal-words.ts'
import { showWallet } from './show-wallet.ts'

const path = '/wallets/:walletId/goodwill'

export const goodwillForm: Page = {
  access: 'user',
  method: 'POST',
  path,
  handle: (visit) => {
    const { walletId = '' } = visit.params
    const wallet = findWallet(visit.scope, walletId)
    const { written, wish } = parseGoodwill(visit.form.fields)
    if (!wish) return showWallet(visit, wallet, { written, status: 422 })
    return giveGoodwill(visit, { walletId, wish, written })
  },
}

/** Where somebody reloads the address of a refused form, or comes back to it after signing in again. */
export const goodwillReturn: Page = {
  access: 'user',
  method: 'GET',
  path,
  handle: ({ params }) => ({ location: places.wallet(encodeURIComponent(params['walletId'] ?? '')) }),
}

type Request = { readonly walletId: string; readonly wish: GoodwillWish; readonly written: Written }

function giveGoodwill(visit: UserVisit & { readonly form: Form }, request: Request): PageAnswer {
  const { walletId, wish, written } = request
  const { mark } = visit.form
  try {
    writeGoodwill(visit, mark, {
      walletId,
      accountId: wish.account,
      points: wish.points,
      reason: wish.reason,
    })
    return { location: `${places.wallet(walletId)}?given=${mark}` }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const wallet = findWallet(visit.scope, walletId)
    return showWallet(visit, wallet, { written, status: error.status, refusal: renderRefusal(error, wallet) })
  }
}
