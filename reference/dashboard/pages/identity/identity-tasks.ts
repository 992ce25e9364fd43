// What can be done with an identity: held, freed, reported lost or stolen, and moved to another wallet.
import { z } from 'zod'
import type { Identity } from '../../../model/identity.ts'
import { stepIdentity } from '../../../service/identities.ts'
import { moveIdentity } from '../../../service/move-identity.ts'
import { findWritableWallet } from '../../../service/wallets.ts'
import { makeIdSchema, makeReasonField, reasonSchema } from '../../form-schemas.ts'
import { places } from '../../places.ts'
import { makeTaskPages, type Task } from '../form/form-page.ts'
import { findShownIdentity, makeIdentityFacts } from './find-identity.ts'
import { identityStepWords, shownSteps } from './identity-step-words.ts'

const stepSchema = z.object({ reason: reasonSchema })

function makeStep(step: (typeof shownSteps)[number]) {
  const { heading, text, button, done, action } = identityStepWords[step]
  const task: Task<Identity, z.infer<typeof stepSchema>> = {
    path: `/wallets/:walletId/identities/:identityId/${step}`,
    needs: 'customers',
    schema: stepSchema,
    find: findShownIdentity,
    describe: (identity, visit) => ({
      heading,
      text,
      button,
      about: `Identity ${identity.identityId}`,
      facts: makeIdentityFacts(visit, identity),
      fields: [makeReasonField('Kept in the audit')],
      back: { href: placeOf(identity), text: 'Back to the identity' },
    }),
    perform: ({ scope }, identity, { reason }) => {
      const { walletId, identityId } = identity
      stepIdentity(scope, { wallet: findWritableWallet(scope, walletId), identityId }, step)
      const deed = { action, walletId, subject: renderSubject(identity), reason }
      return { place: placeOf(identity), notice: { title: done, text }, deed }
    },
  }
  return makeTaskPages(task)
}

const moveSchema = z.object({
  wallet: makeIdSchema('Enter the id of the wallet that it goes to, such as 100000042'),
  reason: reasonSchema,
})

const movePages = makeTaskPages({
  path: '/wallets/:walletId/identities/:identityId/move',
  needs: 'customers',
  schema: moveSchema,
  find: findShownIdentity,
  describe: (identity, visit) => ({
    heading: 'Move to another wallet',
    about: `Identity ${identity.identityId}`,
    text: 'Whoever shows it is from then on the customer of the other wallet. Coupons and points stay where they are.',
    facts: makeIdentityFacts(visit, identity),
    fields: [
      {
        name: 'wallet',
        label: 'Other wallet',
        hint: 'Its wallet id',
        kind: 'text',
        inputmode: 'numeric',
        autocomplete: 'off',
      },
      makeReasonField('Kept in the audit'),
    ],
    button: 'Move identity',
    back: { href: placeOf(identity), text: 'Back to the identity' },
  }),
  perform: ({ scope }, identity, { wallet: targetId, reason }) => {
    const { walletId, identityId } = identity
    moveIdentity(scope, { wallet: findWritableWallet(scope, walletId), identityId }, targetId)
    const subject = `${renderSubject(identity)} to wallet ${targetId}`
    return {
      place: places.wallet(targetId),
      notice: { title: 'Identity moved', text: `It came here from wallet ${walletId}.` },
      deed: { action: 'IDENTITY_MOVE', walletId, subject, reason },
    }
  },
  mends: { WALLET_NOT_FOUND: 'wallet', ILLEGAL_TRANSITION: 'wallet' },
  says: { ILLEGAL_TRANSITION: 'It is in this wallet already.' },
})

function placeOf({ walletId, identityId }: Identity): string {
  return places.identity(walletId, identityId)
}

/** The safe value only: the audit is no place for personal data. */
function renderSubject({ type, safeValue }: Identity): string {
  return `${type} ${safeValue}`
}

export const identityTaskPages = [...shownSteps.flatMap(makeStep), ...movePages]
