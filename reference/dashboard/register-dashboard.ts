// Hangs the dashboard into an instance: its pages, its two files, its tables, and the work that it does by itself.
import { fileURLToPath } from 'node:url'
import { fastifyCookie } from '@fastify/cookie'
import { fastifyFormbody } from '@fastify/formbody'
import { fastifyView } from '@fastify/view'
import { Eta } from 'eta'
import type { FastifyInstance } from 'fastify'
import type { Instance } from '../api/answer-request.ts'
import { startJobRunner } from '../service/jobs.ts'
import type { PageHooks } from '../api/build-app.ts'
import { makePageHandler, makeUnknownPageHandler, sendProblem } from './answer-page.ts'
import { makeUnroutableHandler } from './answer-unroutable.ts'
import { makeHeaders } from './headers.ts'
import { readAssets, registerAssets } from './assets.ts'
import { pages } from './pages.ts'
import { createLockOutTable } from './lock-out.ts'
import { createOnceTable } from './once.ts'
import { exportProducers } from './pages/exports/export-jobs.ts'
import { createWizardTable } from './pages/new-campaign/wizard-record.ts'
import type { Dashboard } from './send-page.ts'
import { createSessionTable } from './session.ts'

const maxFormBytes = 16 * 1024
const views = fileURLToPath(new URL('.', import.meta.url))

export async function registerDashboard(
  app: FastifyInstance,
  { platform, build }: Instance,
  hooks: PageHooks,
): Promise<void> {
  const assets = await readAssets(views, platform.faults)
  const dashboard: Dashboard = { platform, version: build.version, assets }
  createTables(dashboard)
  await registerParts(app, dashboard)
  app.addHook('onSend', async (_request, reply) => void reply.headers(makeHeaders(reply.getHeaders())))
  app.setErrorHandler((error, request, reply) => sendProblem(dashboard, request, reply)(error))
  app.setNotFoundHandler(makeUnknownPageHandler(dashboard))
  hooks.answerFrameworkErrors(makeUnroutableHandler(dashboard, app))
  startExports(app, dashboard)
  for (const page of pages) {
    app.route({ method: page.method, url: page.path, handler: makePageHandler(dashboard, page) })
  }
}

function createTables({ platform }: Dashboard): void {
  platform.store.write(() => {
    for (const create of tables) create(platform.store)
  })
}

const tables = [createSessionTable, createLockOutTable, createOnceTable, createWizardTable]

/** Makes exports that wait, as long as the instance runs. */
function startExports(app: FastifyInstance, { platform }: Dashboard): void {
  const stop = startJobRunner(platform, exportProducers)
  app.addHook('onClose', async () => stop())
}

async function registerParts(app: FastifyInstance, { assets }: Dashboard): Promise<void> {
  // Forms are all that is ever sent here.
  app.removeAllContentTypeParsers()
  const eta = new Eta({ views, cache: true, autoEscape: true })
  await app.register(fastifyFormbody, { bodyLimit: maxFormBytes })
  await app.register(fastifyCookie)
  await app.register(fastifyView, { engine: { eta }, root: views, viewExt: 'eta' })
  registerAssets(app, assets)
}
