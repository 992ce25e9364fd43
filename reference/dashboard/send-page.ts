// How an answer goes out: a redirect, a file, or a view within the frame that stands around every page.
import type { FastifyReply } from 'fastify'
import type { Platform } from '../service/scope.ts'
import type { DashboardUser } from '../store/dashboard-users.ts'
import { breakMarkup } from './break-markup.ts'
import { parseBrowserCookie, writeBrowserCookie } from './browser-cookie.ts'
import { makeFormToken } from './form-token.ts'
import type { Download, Sent, Shown, Visit } from './page.ts'
import { addressOf, type Assets } from './assets.ts'
import { findHome, listNavigation, places } from './places.ts'
import { roleWords } from './role.ts'

export type Dashboard = { readonly platform: Platform; readonly version: string; readonly assets: Assets }

export function sendOn(reply: FastifyReply, { location, browserId }: Sent): FastifyReply {
  if (browserId !== undefined) writeBrowserCookie(reply, browserId)
  return reply.redirect(location, 303)
}

export function sendDownload(reply: FastifyReply, { fileName, csv }: Download): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .type('text/csv; charset=utf-8')
    .send(csv)
}

type Rendering = { readonly dashboard: Dashboard; readonly visit: Visit; readonly shown: Shown }

export async function sendPage(
  reply: FastifyReply,
  { dashboard, visit, shown }: Rendering,
): Promise<FastifyReply> {
  const html = await reply.viewAsync(shown.view, makeViewData(dashboard, visit, shown))
  // The id that a page's forms are bound to goes out with the page. Only a new one: a slow answer must not bring back
  // an id that signing in has meanwhile replaced.
  if (parseBrowserCookie(reply.request.cookies) !== visit.browserId)
    writeBrowserCookie(reply, visit.browserId)
  const sent = breakMarkup(html, dashboard.platform.faults)
  return reply.code(shown.status).type('text/html; charset=utf-8').send(sent)
}

/** What stands in a view, and what stands around every one. */
export function makeViewData(dashboard: Dashboard, visit: Visit, shown: Shown): Record<string, unknown> {
  return { ...shown.data, frame: makeFrame(dashboard, visit, shown) }
}

function makeFrame({ version, assets }: Dashboard, { session, browserId, path }: Visit, { title }: Shown) {
  const user = session.kind === 'open' ? session.user : null
  const product = user ? `${user.tenant.name} dashboard` : 'Dashboard'
  return {
    product,
    title: `${title} – ${product}`,
    version,
    style: addressOf(assets.style),
    icon: addressOf(assets.icon),
    home: makeHome(user),
    user: user && {
      name: user.name,
      role: roleWords[user.role],
      zone: user.tenant.zone,
      navigation: listNavigation(user).map(({ href, text }) => ({
        href,
        text,
        current: renderCurrent(href, path),
      })),
      signOut: places.signOut,
      token: makeFormToken({ browserId, action: places.signOut }),
    },
  }
}

function makeHome(user: DashboardUser | null): { readonly href: string; readonly text: string } {
  if (!user) return { href: places.signIn, text: 'Sign in' }
  const href = findHome(user)
  return { href, text: href === places.customers ? 'Search for a customer' : 'See the campaigns' }
}

/** The page itself, or a page that belongs to it. */
function renderCurrent(href: string, path: string): 'page' | 'true' | null {
  if (path === href) return 'page'
  return path.startsWith(`${href}/`) ? 'true' : null
}
