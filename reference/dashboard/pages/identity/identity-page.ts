// One identity of a customer, and what can be done with it.
import { identitySteps, type Identity } from '../../../model/identity.ts'
import { findNotice } from '../../once.ts'
import type { Page } from '../../page.ts'
import { places } from '../../places.ts'
import { makeTimeCell } from '../../render-values.ts'
import type { Link } from '../../table.ts'
import { makeWordCell, stateWords } from '../../words.ts'
import { findShownIdentity, makeIdentityFacts } from './find-identity.ts'
import { identityStepWords, shownSteps } from './identity-step-words.ts'

export const identityPage: Page = {
  access: 'user',
  method: 'GET',
  path: '/wallets/:walletId/identities/:identityId',
  needs: 'customers',
  handle: (visit) => {
    const identity = findShownIdentity(visit)
    const { walletId, identityId, state, dateCreated } = identity
    const notice = findNotice(visit)
    return {
      status: 200,
      view: 'pages/identity/identity',
      title: `${notice ? `${notice.title} – ` : ''}Identity ${identityId}`,
      data: {
        notice,
        heading: `Identity ${identityId}`,
        facts: [
          ...makeIdentityFacts(visit, identity),
          { term: 'State', cell: makeWordCell(stateWords, state) },
          { term: 'Added', cell: makeTimeCell(dateCreated, visit.user.tenant.zone) },
        ],
        actions: listActions(identity),
        back: { href: places.wallet(walletId), text: 'Back to the wallet' },
      },
    }
  },
}

function listActions({ walletId, identityId, status }: Identity): Link[] {
  const place = places.identity(walletId, identityId)
  const steps = shownSteps
    .filter((step) => (identitySteps[step].from as readonly string[]).includes(status))
    .map((step) => ({ href: `${place}/${step}`, text: identityStepWords[step].heading }))
  return [...steps, { href: `${place}/move`, text: 'Move to another wallet' }]
}
