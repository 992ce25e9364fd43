// Signing out ends the session in the store, so that a copy of the cookie is worth nothing either.
import type { Page } from '../../page.ts'
import { places } from '../../places.ts'
import { closeSession } from '../../session.ts'

/** Open to anyone: whoever is out already, because their session ended, has what they asked for. */
export const signOutForm: Page = {
  access: 'anyone',
  method: 'POST',
  path: '/sign-out',
  handle: ({ platform, browserId }) => {
    closeSession(platform, browserId)
    return { location: `${places.signIn}?notice=signed-out`, browserId: null }
  },
}
