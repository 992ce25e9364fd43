// What not even the framework can route: it is answered outside the dashboard, where nothing that hangs into it is at hand.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AnswerPageError } from '../api/build-app.ts'
import { makeProblemPage } from './answer-page.ts'
import { parseBrowserCookie } from './browser-cookie.ts'
import { makeHeaders } from './headers.ts'
import type { Visit } from './page.ts'
import { renderBug } from './render-bug.ts'
import { makeViewData, type Dashboard } from './send-page.ts'
import { makeBrowserId, readSession } from './session.ts'

export function makeUnroutableHandler(dashboard: Dashboard, app: FastifyInstance): AnswerPageError {
  return (failure, request, reply) => void sendUnroutable({ dashboard, app, request, reply }, failure)
}

type Exchange = {
  readonly dashboard: Dashboard
  readonly app: FastifyInstance
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

async function sendUnroutable({ dashboard, app, request, reply }: Exchange, failure: Error): Promise<void> {
  try {
    const shown = makeProblemPage(failure)
    const data = makeViewData(dashboard, makeVisit(dashboard, request, app), shown)
    const html = await app.view(shown.view, data)
    void reply.code(shown.status).headers(makeHeaders({})).type('text/html; charset=utf-8').send(html)
  } catch (error) {
    // Nobody stands behind this to answer for it.
    process.stderr.write(`${renderBug(error)}\n`)
    void reply.code(500).send()
  }
}

/** Nothing of a browser's is known but what its cookie says. */
function makeVisit({ platform }: Dashboard, request: FastifyRequest, app: FastifyInstance): Visit {
  const cookies = app.parseCookie(request.headers.cookie ?? '')
  const browserId = parseBrowserCookie(cookies) ?? makeBrowserId()
  const session = readSession(platform, browserId)
  return { platform, browserId, session, path: '', params: {}, query: {} }
}
