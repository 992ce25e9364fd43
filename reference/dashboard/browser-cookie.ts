// The one cookie: which browser this is. It says nothing by itself; sessions and form tokens hang on it.
import type { FastifyReply } from 'fastify'
import { root } from './places.ts'
import { isBrowserId } from './session.ts'

const name = 'reference_dashboard'

const always = { path: root, httpOnly: true, sameSite: 'strict' } as const

/** What the browser says it is; null where that cannot have come from here. */
export function parseBrowserCookie(cookies: Readonly<Record<string, string | undefined>>): string | null {
  const value = cookies[name] ?? ''
  return isBrowserId(value) ? value : null
}

/** Gives the browser another id, or with null takes away the one it has. */
export function writeBrowserCookie(reply: FastifyReply, browserId: string | null): void {
  // Where people come by https, the cookie must never travel otherwise. Only the balancer can say how they came.
  const options = { ...always, secure: reply.request.headers['x-forwarded-proto'] === 'https' }
  if (browserId === null) void reply.clearCookie(name, options)
  else void reply.setCookie(name, browserId, options)
}
