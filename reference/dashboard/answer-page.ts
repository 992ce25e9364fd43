// One way through for every page: whose browser is it, may they see this, did the form come from here, and what does
// the page answer.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../service/refusal.ts'
import { openScope } from '../service/scope.ts'
import type { DashboardUser } from '../store/dashboard-users.ts'
import { parseBrowserCookie } from './browser-cookie.ts'
import { isStoreBusy } from '../store/open-store.ts'
import { readText } from './field.ts'
import { readFormToken } from './form-token.ts'
import type { Form, Page, PageAnswer, Sent, Shown, UserVisit, Visit } from './page.ts'
import { isProblemCode, showProblem } from './pages/problem/problems.ts'
import { places } from './places.ts'
import { renderBug } from './render-bug.ts'
import { hasPermission, listRolesWith, roleWords, type Permission } from './role.ts'
import { sendDownload, sendOn, sendPage, type Dashboard } from './send-page.ts'
import { makeBrowserId, readSession, type Session } from './session.ts'

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

export function makePageHandler(dashboard: Dashboard, page: Page): Handler {
  return async (request, reply) => {
    const visit = makeVisit(dashboard, request)
    const answer = answerPage(page, visit, request)
    if ('location' in answer) return sendOn(reply, answer)
    return 'csv' in answer
      ? sendDownload(reply, answer)
      : sendPage(reply, { dashboard, visit, shown: answer })
  }
}

/** Answers whatever went wrong with a page of its own, in the frame of whoever is signed in. */
export function sendProblem(dashboard: Dashboard, request: FastifyRequest, reply: FastifyReply) {
  return async (error: unknown): Promise<FastifyReply> => {
    const shown = makeProblemPage(error)
    if (shown.status === 500) process.stderr.write(`${renderBug(error)}\n`)
    // Where the store does not answer, it cannot be asked who this is.
    const visit = shown.status === 503 ? makeStranger(dashboard, request) : makeVisit(dashboard, request)
    return sendPage(reply, { dashboard, visit, shown })
  }
}

export function makeUnknownPageHandler(dashboard: Dashboard): Handler {
  return async (request, reply) => {
    const shown = showProblem('PAGE_NOT_FOUND')
    return sendPage(reply, { dashboard, visit: makeVisit(dashboard, request), shown })
  }
}

function makeVisit(dashboard: Dashboard, request: FastifyRequest): Visit {
  const visit = makeStranger(dashboard, request)
  return { ...visit, session: readSession(dashboard.platform, visit.browserId) }
}

function makeStranger({ platform }: Dashboard, request: FastifyRequest): Visit {
  return {
    platform,
    browserId: parseBrowserCookie(request.cookies) ?? makeBrowserId(),
    session: { kind: 'none' },
    path: readPath(request),
    params: request.params as Readonly<Record<string, string>>,
    query: request.query,
  }
}

function answerPage(page: Page, visit: Visit, request: FastifyRequest): PageAnswer {
  if (page.access === 'user') return answerUser(page, visit, request)
  if (page.method === 'GET') return page.handle(visit)
  const form = readForm(visit, request)
  return form ? page.handle({ ...visit, form }) : showProblem('FORM_NOT_OURS')
}

function answerUser(page: Page & { access: 'user' }, visit: Visit, request: FastifyRequest): PageAnswer {
  const { session, platform } = visit
  if (session.kind !== 'open') return askToSignIn(session, request)
  const { user } = session
  const isAllowed = hasPermission(user, page.needs) || platform.faults.has('role-link-only')
  if (!isAllowed && page.needs) return showForbidden(user, page.needs)
  const scope = openScope(platform, user.tenant, { source: 'API', actor: user.name })
  const userVisit: UserVisit = { ...visit, user, scope }
  if (page.method === 'GET') return page.handle(userVisit)
  const form = readForm(visit, request)
  return form ? page.handle({ ...userVisit, form }) : showProblem('FORM_NOT_OURS')
}

function showForbidden({ role }: DashboardUser, needed: Permission): Shown {
  const others = listRolesWith(needed).join(' or ')
  return showProblem('FORBIDDEN', { text: `${roleWords[role]} may not do this. It is for: ${others}.` })
}

/** After signing in again people go on where they were. */
function askToSignIn(session: Session, request: FastifyRequest): Sent {
  const query = new URLSearchParams({ next: request.url })
  if (session.kind !== 'none') query.set('notice', session.kind)
  return { location: `${places.signIn}?${query}` }
}

function readForm({ browserId, path }: Visit, request: FastifyRequest): Form | null {
  const fields: unknown = request.body
  const mark = readFormToken({ browserId, action: path }, readText(fields, 'token'))
  return mark === null ? null : { fields, mark }
}

function readPath(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? ''
}

export function makeProblemPage(error: unknown): Shown {
  if (error instanceof Refusal && isProblemCode(error.code)) return showProblem(error.code)
  if (error instanceof Refusal && error.status === 404) return showProblem('PAGE_NOT_FOUND')
  if (isStoreBusy(error)) return showProblem('NOT_READY')
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status < 500 ? showProblem('UNREADABLE', { status }) : showProblem('FAILED')
}
