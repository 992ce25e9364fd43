// How an answer goes out: a redirect, or a view within the frame that stands around every page.
import type { FastifyReply } from 'fastify'
import type { Platform } from '../service/scope.ts'
import { readBrowserCookie, writeBrowserCookie } from './browser-cookie.ts'
import { makeFormToken } from './form-token.ts'
import type { Sent, Shown, Visit } from './page.ts'
import { navigation, places, root } from './places.ts'

export type Dashboard = { readonly platform: Platform; readonly version: string }

export function sendOn(reply: FastifyReply, { location, browserId }: Sent): FastifyReply {
  if (browserId !== undefined) writeBrowserCookie(reply, browserId)
  return reply.redirect(location, 303)
}

type Rendering = { readonly dashboard: Dashboard; readonly visit: Visit; readonly shown: Shown }

export async function sendPage(
  reply: FastifyReply,
  { dashboard, visit, shown }: Rendering,
): Promise<FastifyReply> {
  const frame = makeFrame(dashboard, visit, shown)
  const html = await reply.viewAsync(shown.view, { ...shown.data, frame })
  // The id that a page's forms are bound to goes out with the page. Only a new one: a slow answer must not bring back
  // an id that signing in has meanwhile replaced.
  if (readBrowserCookie(reply.request) !== visit.browserId) writeBrowserCookie(reply, visit.browserId)
  return reply.code(shown.status).type('text/html; charset=utf-8').send(html)
}

/** What stands around every page. */
function makeFrame({ version }: Dashboard, { session, browserId, path }: Visit, { title }: Shown) {
  const user = session.kind === 'open' ? session.user : null
  const product = user ? `${user.tenant.name} dashboard` : 'Dashboard'
  return {
    product,
    title: `${title} – ${product}`,
    version,
    style: `${root}/style.css`,
    icon: `${root}/icon.svg`,
    home: user ? places.customers : places.signIn,
    user: user && {
      name: user.name,
      zone: user.tenant.zone,
      navigation: navigation.map((entry) => ({ ...entry, isCurrent: entry.href === path })),
      signOut: places.signOut,
      token: makeFormToken({ browserId, action: places.signOut }),
    },
  }
}
