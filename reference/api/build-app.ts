// The HTTP application of one instance, made from the tables of operations, with a slot for the dashboard beside them.
import { fastify, type FastifyInstance } from 'fastify'
import {
  answerError,
  answerUnroutable,
  makeOpenHandler,
  makeSignedHandler,
  makeUnknownHandler,
  type Instance,
} from './answer-request.ts'
import type { Operation } from './operation.ts'
import { openOperations } from './operations/open-operations.ts'
import { signedOperations } from './operations/signed-operations.ts'
import { parseQuery } from './query.ts'

/** Hangs pages into the application; the API's parsers and error form do not reach into them. */
export type RegisterPages = (app: FastifyInstance, instance: Instance) => Promise<void>

export type AppOptions = Instance & { readonly registerDashboard?: RegisterPages }

const maxBodyBytes = 256 * 1024
/** Longer than the balancer keeps an idle connection, so that it never sends into one that is just being closed. */
const keepAliveTimeoutMs = 72_000

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: maxBodyBytes,
    keepAliveTimeout: keepAliveTimeoutMs,
    exposeHeadRoutes: false,
    routerOptions: { querystringParser: parseQuery, maxParamLength: 512 },
    frameworkErrors: (error, request, reply) => void answerUnroutable(options, request, reply)(error),
  })
  const { registerDashboard } = options
  if (registerDashboard)
    await app.register((pages) => registerDashboard(pages, options), { prefix: '/dashboard' })
  await app.register(async (api) => registerApi(api, options))
  return app
}

function registerApi(app: FastifyInstance, instance: Instance): void {
  app.removeAllContentTypeParsers()
  // The hash is over the bytes, so the bytes are kept and read as JSON only once the hash has been compared.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.setErrorHandler((error, request, reply) => answerError(instance, request, reply)(error))
  app.setNotFoundHandler(makeUnknownHandler(instance))
  for (const operation of openOperations) {
    app.route({
      method: operation.method,
      url: renderRoute(operation.path),
      handler: makeOpenHandler(instance, operation),
    })
  }
  for (const operation of signedOperations) {
    const handler = makeSignedHandler(instance, operation)
    for (const url of listRoutes(operation)) app.route({ method: operation.method, url, handler })
  }
}

/** Clients reach each operation with the prefix `/2.0` and without it; the hash covers whichever they used. */
function listRoutes(operation: Operation): string[] {
  const paths = [operation.path, ...(operation.aliases ?? [])].map(renderRoute)
  return paths.flatMap((path) => [path, `/2.0${path}`])
}

/** `/wallet/{walletId}` → `/wallet/:walletId` */
function renderRoute(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}
