// What a till sends when somebody else's things are tried there: the body that carries each id, and what ids mean in it.
import type { Row, Rows, WantedBody } from '../isolation/make-probes.ts'
import type { Meaning } from '../isolation/things.ts'
import type { AirlockWorld } from '../world.ts'
import { makeBasket } from './possessions.ts'

const newReference: Readonly<Record<string, Meaning>> = { reference: 'new' }

/** What a till always says, and who the customer is. */
function makeTill({ ids, at }: WantedBody) {
  const location = { incomingIdentifier: ids.outlet }
  if (at === 'walletId') return { location, walletId: ids.wallet }
  return { location, identity: { identityValue: ids.card } }
}

/** By operation id. `opened` is a basket that whoever asks has open. */
export function makeTillRows(world: AirlockWorld, opened: object): Rows {
  const basket = makeBasket(world)
  return { ...spendRows, ...presentedRows, ...makeCheckoutRows(opened, basket) }
}

function makeCheckoutRows(opened: object, basket: ReturnType<typeof makeBasket>): Rows {
  return {
    open: {
      means: { ...newReference, 'examine[].value': 'token' },
      body: (wanted) => ({
        ...makeTill(wanted),
        basket,
        ...(wanted.at === 'examine[].value' && { examine: [{ type: 'TOKEN', value: wanted.ids.token }] }),
      }),
      // The basket's own ids and times are new each time.
      part: (body) => ({ ...(body as object), analyseBasketResults: null, basketAdjudicationResult: null }),
    },
    settle: {
      means: {
        ...newReference,
        'walletTransactions[].reference': 'spendReference',
        'walletTransactions[].walletTransactionId': 'spend',
      },
      body: (wanted) => ({ ...opened, ...makeTill(wanted), ...nameEarlier(wanted) }),
    },
    refund: {
      means: { ...newReference, 'originalTransaction.reference': 'purchaseReference' },
      body: (wanted) => ({
        ...makeTill(wanted),
        reference: wanted.fresh,
        originalTransaction: { reference: wanted.ids.purchaseReference },
        basket: { contents: basket.contents.map(({ upc }) => ({ upc, salesKey: 'REFUND' })) },
      }),
    },
  }
}

/** The earlier spend that a purchase is to complete. */
function nameEarlier({ ids, at }: WantedBody): object {
  const spends: Readonly<Record<string, object>> = {
    'walletTransactions[].walletTransactionId': { walletTransactionId: ids.spend },
    'walletTransactions[].reference': { reference: ids.spendReference },
  }
  const earlier = spends[at ?? '']
  return earlier ? { walletTransactions: [{ ...earlier, operationType: 'SETTLE' }] } : {}
}

/** A coupon that is shown: by its token, or by its wallet and account. */
const presented: Row = {
  means: { accountId: 'coupon' },
  together: [['wallet', 'coupon']],
  body: ({ ids, at }) => ({
    location: { incomingIdentifier: ids.outlet },
    ...(at === 'walletId' || at === 'accountId'
      ? { walletId: ids.wallet, accountId: ids.coupon }
      : { token: ids.token }),
    ...(at === 'identity.identityValue' && { identity: { identityValue: ids.card } }),
  }),
}

const presentedRows: Rows = {
  verifyAccount: presented,
  redeemAccount: presented,
  unlockAccount: presented,
}

function makeSpender(wanted: WantedBody) {
  const account = wanted.at === 'accountId' ? { accountId: wanted.ids.points } : {}
  return { ...makeTill(wanted), ...account, balances: { current: 100 } }
}

const spendRows: Rows = {
  spendAtTill: {
    means: newReference,
    body: (wanted) => ({ ...makeSpender(wanted), reference: wanted.fresh, lock: true }),
  },
  calculateSpend: { body: makeSpender },
  voidSpend: {
    means: { walletTransactionId: 'spend', reference: 'spendReference' },
    body: ({ ids, at }) =>
      at === 'reference' ? { reference: ids.spendReference } : { walletTransactionId: ids.spend },
  },
  unlock: {
    means: { reference: 'spendReference' },
    body: ({ ids }) => ({ reference: ids.spendReference }),
  },
  updateTransaction: { body: () => ({ meta: { note: 'Taken over' } }) },
}
