// The client against a real server: what it sends is what it was given, and no answer is an error that says so.
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { sendRequest, type HttpRequest } from './http-client.ts'

async function open(listener: RequestListener): Promise<AsyncDisposable & { readonly url: URL }> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const { port } = server.address() as AddressInfo
  return { url: new URL(`http://127.0.0.1:${port}/a%2Fb?c=%20d`), [Symbol.asyncDispose]: close }
}

/** Answers with what it was sent. */
const echo: RequestListener = (request, response) => {
  void buffer(request).then((bytes) => {
    const { method, url, headers } = request
    response.end(JSON.stringify({ method, url, headers, body: bytes.toString('utf8') }))
  })
}

const ask = (url: URL, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'POST',
  url,
  headers: {},
  body: '',
  ...more,
})

test('sends method, target, headers and bytes as they were given', async () => {
  await using server = await open(echo)
  const headers = { 'X-Own': 'a', 'content-type': 'text/x-own' }
  const answer = await sendRequest(ask(server.url, { method: 'DELETE', headers, body: 'ß' }))
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.text)).toMatchObject({
    method: 'DELETE',
    url: '/a%2Fb?c=%20d',
    headers: { 'x-own': 'a', 'content-type': 'text/x-own', 'content-length': '2' },
    body: 'ß',
  })
})

test('adds no type to a body that was given none', async () => {
  await using server = await open(echo)
  const answer = await sendRequest(ask(server.url, { body: '{}' }))
  expect(JSON.parse(answer.text)).not.toHaveProperty('headers.content-type')
})

test('sends a body in chunks and without a length', async () => {
  await using server = await open(echo)
  const answer = await sendRequest(ask(server.url, { body: 'abc', isChunked: true }))
  expect(JSON.parse(answer.text)).toMatchObject({ headers: { 'transfer-encoding': 'chunked' }, body: 'abc' })
  expect(JSON.parse(answer.text)).not.toHaveProperty('headers.content-length')
})

test('reads a compressed answer and still shows that it was', async () => {
  await using server = await open((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('written small')),
  )
  const { text, headers } = await sendRequest(ask(server.url))
  expect(text).toBe('written small')
  expect(headers['content-encoding']).toBe('gzip')
})

test('an answer without a body is none that could be unpacked', async () => {
  await using server = await open((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(),
  )
  expect(await sendRequest(ask(server.url, { method: 'HEAD' }))).toMatchObject({ status: 200, text: '' })
})

test('follows nothing: every status is an answer', async () => {
  await using server = await open((_, response) => response.writeHead(302, { location: '/else' }).end())
  const { status, headers } = await sendRequest(ask(server.url))
  expect([status, headers['location']]).toEqual([302, '/else'])
})

test('says whether a connection was used before', async () => {
  await using server = await open(echo)
  const first = await sendRequest(ask(server.url))
  const second = await sendRequest(ask(server.url))
  expect([first.isReused, second.isReused]).toEqual([false, true])
})

test('an answer that does not come is an error that says how long it was waited for', async () => {
  await using server = await open(() => undefined)
  await expect(sendRequest(ask(server.url), 50)).rejects.toThrow('nothing within 0.05 s')
})

test('an answer that stops in its middle is an error', async () => {
  await using server = await open((request, response) => {
    response.writeHead(200, { 'content-length': '10' }).write('half')
    setTimeout(() => request.socket.destroy(), 20)
  })
  await expect(sendRequest(ask(server.url))).rejects.toThrow('aborted')
})

test('a server that is not there is an error that names its address', async () => {
  const server = await open(echo)
  await server[Symbol.asyncDispose]()
  await expect(sendRequest(ask(server.url))).rejects.toThrow(`ECONNREFUSED ${server.url.host}`)
})

test('a connection that fails at once is an error like any other, also when nothing else is going on', async () => {
  const nowhere = ask(new URL('http://255.255.255.255:9/'))
  // Out of a timer, errors of the same turn come before anything that waits.
  const { promise, resolve } = Promise.withResolvers<unknown>()
  setImmediate(() => resolve(sendRequest(nowhere, 1000)))
  await expect(promise).rejects.toThrow(/255\.255\.255\.255|nothing/)
})
