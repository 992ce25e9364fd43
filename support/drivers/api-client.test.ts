// Where a request goes: an id that is left out of its path would ask about nothing, and be refused as nothing is.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Tenant } from '../settings.ts'
import { ApiClient } from './api-client.ts'
import { Conversation } from './conversation.ts'
import { makeRedactor } from './redactor.ts'

test('an id is filled in whatever the document calls it', async () => {
  const asked: string[] = []
  const server = createServer(({ url = '' }, response) => {
    asked.push(url)
    response.writeHead(200, { 'x-ees-called-unique-id': '1' }).end('{}')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  // As much of a tenant as is asked.
  const tenant = { id: 'maple', clientId: 'm', secret: 's', urls: { wallet: `http://127.0.0.1:${port}` } }
  const conversation = new Conversation(makeRedactor({ headers: [], jsonPaths: [] }))
  const api = new ApiClient(tenant as unknown as Tenant, conversation)
  const operation = {
    name: 'getCard',
    method: 'GET',
    service: 'wallet',
    success: [200],
    answer: z.unknown(),
  } as const
  const path = { 'wallet-id': '5', 'card.id': 'a/b' }
  await api.call({ ...operation, path: '/wallet/{wallet-id}/cards/{card.id}' }, { path })
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  expect(asked).toEqual(['/wallet/5/cards/a%2Fb'])
})
