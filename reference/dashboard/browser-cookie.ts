// The one cookie: which browser this is. It says nothing by itself; sessions and form tokens hang on it.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { root } from './places.ts'
import { isBrowserId } from './session.ts'

const name = 'reference_dashboard'

const options = { path: root, httpOnly: true, sameSite: 'strict' } as const

/** What the browser says it is; null where that cannot have come from here. */
export function readBrowserCookie(request: FastifyRequest): string | null {
  const value = request.cookies[name] ?? ''
  return isBrowserId(value) ? value : null
}

/** Gives the browser another id, or with null takes away the one it has. */
export function writeBrowserCookie(reply: FastifyReply, browserId: string | null): void {
  if (browserId === null) void reply.clearCookie(name, options)
  else void reply.setCookie(name, browserId, options)
}
