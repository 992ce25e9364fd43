import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { targetSchema } from '../release/target.ts'
import { tenantSchema } from '../release/tenant.ts'
import { observeCandidate } from './observe-candidate.ts'

let server: Server
let base: string

beforeAll(async () => {
  server = createServer((request, response) => {
    const answers: Record<string, [number, string]> = {
      '/version': [
        200,
        JSON.stringify({ version: '7.7.0', digest: `sha256:${request.headers['x-client'] ?? 'none'}` }),
      ],
      '/partial': [200, '{"version":"7.7.0"}'],
      '/blank': [200, '{"version":"","digest":" "}'],
      '/broken': [200, 'not json'],
    }
    const [status, body] = answers[request.url ?? ''] ?? [503, '']
    response.writeHead(status).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
})
afterAll(() => server.close())

const tenants = ['maple', 'cedar'].map((id) =>
  tenantSchema.parse({
    id,
    name: id,
    zone: 'UTC',
    calendar: 'GB',
    services: ['wallet'],
    clientId: `${id}-client`,
    secret: 'x',
  }),
)
const targetAt = (url: string, services = { wallet: `${base}/{tenant.id}` }) =>
  targetSchema.parse({
    name: 't',
    services,
    identity: { url, version: '$.version', digest: '$.digest', headers: { 'x-client': '{tenant.clientId}' } },
  })

describe('observeCandidate', () => {
  it('takes a version of nothing for none', async () => {
    const [found] = await observeCandidate(targetAt('/blank'), tenants)
    expect(found).toMatchObject({
      version: null,
      digest: null,
      error: 'no $.version and no $.digest in the answer',
    })
  })

  it('asks every service for every tenant, as that tenant', async () => {
    expect(await observeCandidate(targetAt('/version'), tenants)).toEqual([
      {
        service: 'wallet',
        tenant: 'maple',
        url: `${base}/version`,
        version: '7.7.0',
        digest: 'sha256:maple-client',
        error: null,
      },
      {
        service: 'wallet',
        tenant: 'cedar',
        url: `${base}/version`,
        version: '7.7.0',
        digest: 'sha256:cedar-client',
        error: null,
      },
    ])
  })

  it.each([
    ['/nowhere', 'status 503'],
    ['/partial', 'no $.digest in the answer'],
    ['/broken', 'JSON'],
  ])('keeps what was wrong with %s', async (url, error) => {
    const [first] = await observeCandidate(targetAt(url), tenants)
    expect(first?.error).toContain(error)
  })

  it('keeps that nobody answered', async () => {
    const [first] = await observeCandidate(targetAt('/version', { wallet: 'http://127.0.0.1:1' }), tenants)
    expect(first).toMatchObject({ version: null, error: expect.stringContaining('fetch failed') })
  })
})
