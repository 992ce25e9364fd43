// The HTTP application of one instance, made from the tables of operations, with a slot for the dashboard beside them.
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
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
import { Refusal } from '../service/refusal.ts'

/** Hangs pages into the application; the API's parsers and error form do not reach into them. */
export type RegisterPages = (app: FastifyInstance, instance: Instance, hooks: PageHooks) => Promise<void>

/** What the framework cannot even route, under the pages' own address. The pages' decorations are not there then. */
export type AnswerPageError = (error: Error, request: FastifyRequest, reply: FastifyReply) => unknown

export type PageHooks = { readonly answerFrameworkErrors: (answer: AnswerPageError) => void }

export type AppOptions = Instance & { readonly registerDashboard?: RegisterPages }

const maxBodyBytes = 256 * 1024
/**
 * As much as the balancer lets through: an answer to half a body closes the connection under whoever is sending the rest,
 * which at times sees only that.
 */
const mostReadBytes = 1024 * 1024
/** Longer than the balancer keeps an idle connection, so that it never sends into one that is just being closed. */
const keepAliveTimeoutMs = 72_000

const pagesRoot = '/dashboard'

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  let answerPageError: AnswerPageError | null = null
  const app = fastify({
    bodyLimit: maxBodyBytes,
    keepAliveTimeout: keepAliveTimeoutMs,
    exposeHeadRoutes: false,
    routerOptions: { querystringParser: parseQuery, maxParamLength: 512 },
    frameworkErrors: (error, request, reply) => {
      const isPage = answerPageError !== null && isUnder(pagesRoot, request.raw.url)
      if (isPage) return void answerPageError?.(error, request, reply)
      answerUnroutable(options, request, reply)(error)
    },
  })
  const { registerDashboard } = options
  const hooks: PageHooks = { answerFrameworkErrors: (answer) => (answerPageError = answer) }
  if (registerDashboard) {
    await app.register((pages) => registerDashboard(pages, options, hooks), { prefix: pagesRoot })
  }
  await app.register(async (api) => registerApi(api, options))
  return app
}

function isUnder(root: string, target = ''): boolean {
  return target === root || target.startsWith(`${root}/`) || target.startsWith(`${root}?`)
}

function registerApi(app: FastifyInstance, instance: Instance): void {
  app.removeAllContentTypeParsers()
  // The hash is over the bytes, so the bytes are kept and read as JSON only once the hash has been compared.
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostReadBytes }, (_request, body, done) => {
    if (body.length > maxBodyBytes) done(new Refusal('BODY_TOO_LARGE'))
    else done(null, body)
  })
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
