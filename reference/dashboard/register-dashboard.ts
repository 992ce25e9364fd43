// Hangs the dashboard into an instance: its pages, its two files, and the headers that hold a browser to them.
import { fastifyCookie } from '@fastify/cookie'
import { fastifyFormbody } from '@fastify/formbody'
import { fastifyView } from '@fastify/view'
import { Eta } from 'eta'
import type { FastifyInstance } from 'fastify'
import type { Instance } from '../api/answer-request.ts'
import { makePageHandler, makeUnknownPageHandler, sendProblem } from './answer-page.ts'
import { registerAssets } from './assets.ts'
import { pages } from './pages.ts'
import { createGoodwillTable } from './pages/wallet/goodwill-record.ts'
import type { Dashboard } from './send-page.ts'
import { createSessionTable } from './session.ts'

const maxFormBytes = 16 * 1024

export async function registerDashboard(app: FastifyInstance, { platform, build }: Instance): Promise<void> {
  const dashboard: Dashboard = { platform, version: build.version }
  createTables(dashboard)
  await registerParts(app)
  app.addHook('onSend', async (_request, reply) => void reply.headers(makeHeaders(reply.getHeaders())))
  app.setErrorHandler((error, request, reply) => sendProblem(dashboard, request, reply)(error))
  app.setNotFoundHandler(makeUnknownPageHandler(dashboard))
  for (const page of pages) {
    app.route({ method: page.method, url: page.path, handler: makePageHandler(dashboard, page) })
  }
}

function createTables({ platform }: Dashboard): void {
  platform.store.write(() => {
    createSessionTable(platform.store)
    createGoodwillTable(platform.store)
  })
}

async function registerParts(app: FastifyInstance): Promise<void> {
  // Forms are all that is ever sent here.
  app.removeAllContentTypeParsers()
  const views = import.meta.dirname
  const eta = new Eta({ views, cache: true, autoEscape: true })
  await app.register(fastifyFormbody, { bodyLimit: maxFormBytes })
  await app.register(fastifyCookie)
  await app.register(fastifyView, { engine: { eta }, root: views, viewExt: 'eta' })
  await registerAssets(app, views)
}

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Pages show customers' data, so no copy of them is kept; a style sheet says its own. */
function makeHeaders(known: Readonly<Record<string, unknown>>): Record<string, string> {
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    ...(known['cache-control'] === undefined ? { 'cache-control': 'no-store' } : {}),
  }
}
