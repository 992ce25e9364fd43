// One more value for a customer to be known by, such as the card that takes the place of a lost one.
import { z } from 'zod'
import { createIdentity } from '../../../service/identities.ts'
import { findWallet, findWritableWallet } from '../../../service/wallets.ts'
import { makeOptionalTextSchema, makeReasonField, reasonSchema } from '../../form-schemas.ts'
import { renderIdentity } from '../../personal-data.ts'
import { places } from '../../places.ts'
import { makeTaskPages } from '../form/form-page.ts'

const types = {
  CARD: 'Card',
  CUSTOMER_ID: 'Customer number',
  EMAIL: 'E-mail address',
  MOBILE: 'Mobile number',
} as const

type Type = keyof typeof types

const schema = z
  .object({
    type: z.enum(Object.keys(types) as [Type, ...Type[]], 'Choose what kind of identity it is'),
    value: makeOptionalTextSchema('The value'),
    reason: reasonSchema,
  })
  .refine(({ type, value }) => value !== '' || type === 'CARD' || type === 'CUSTOMER_ID', {
    path: ['value'],
    error: 'Enter the value: only cards and customer numbers can be made up',
  })

export const addIdentityPages = makeTaskPages({
  path: '/wallets/:walletId/add-identity',
  needs: 'customers',
  schema,
  find: ({ scope, params }) => findWallet(scope, params['walletId'] ?? ''),
  describe: ({ walletId }) => ({
    heading: 'Add an identity',
    about: `Wallet ${walletId}`,
    fields: [
      {
        name: 'type',
        label: 'Type',
        kind: 'choice',
        options: Object.entries(types).map(([value, text]) => ({ value, text })),
      },
      {
        name: 'value',
        label: 'Value',
        hint: 'Left empty, a card or a customer gets a new number',
        kind: 'text',
        autocomplete: 'off',
        isOptional: true,
      },
      makeReasonField('Kept in the audit'),
    ],
    button: 'Add identity',
    back: { href: places.wallet(walletId), text: 'Back to the wallet' },
  }),
  perform: (visit, { walletId }, { type, value, reason }) => {
    const wallet = findWritableWallet(visit.scope, walletId)
    const input = value === '' ? { type } : { type, value }
    const identity = createIdentity(visit.scope, wallet, input)
    const text = `${types[type]} ${renderIdentity(visit, identity)} belongs to the customer now.`
    const subject = `${type} ${identity.safeValue}`
    return {
      place: places.wallet(walletId),
      notice: { title: 'Identity added', text },
      deed: { action: 'IDENTITY_ADD', walletId, subject, reason },
    }
  },
  mends: { IDENTITY_EXISTS: 'value' },
})
