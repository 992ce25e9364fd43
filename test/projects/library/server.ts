// A platform that has nothing to do with the reference one: a lending library with an API key and a path per tenant.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

const version = process.argv[2] ?? '1.0.0'
const keys: Record<string, string> = {
  north: process.env['NORTH_KEY'] ?? '',
  south: process.env['SOUTH_KEY'] ?? '',
}
const lent = new Set<string>()

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function handle(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/about')
    return answer(response, 200, { build: { version, digest: `sha256:${version}` } })
  const [, town = '', book = ''] = /^\/([a-z]+)\/books\/([\w-]+)\/loan$/.exec(request.url ?? '') ?? []
  if (request.headers['x-key'] !== keys[town] || !keys[town])
    return answer(response, 401, { error: 'who are you?' })
  const id = `${town}/${book}`
  if (lent.has(id)) return answer(response, 409, { error: 'lent already' })
  lent.add(id)
  return answer(response, 201, { book, town })
}

const server = createServer(handle).listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  process.stdout.write(`${JSON.stringify({ environment: { LIBRARY_URL: `http://127.0.0.1:${port}` } })}\n`)
})
process.stdin.on('end', () => server.close()).resume()
process.on('SIGTERM', () => server.close())
