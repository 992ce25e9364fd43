// A platform that has nothing to do with the reference one: a lending library with an API key and a path per tenant.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

// What a release of it may break, each behind a name.
const faults = [
  { name: 'lends-twice', capability: 'books', summary: 'A book that is out is lent again.' },
  { name: 'town-lost', capability: 'books', summary: 'The answer does not say of which town the book is.' },
]
const fault = process.env['LIBRARY_FAULT'] ?? ''

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
  if (process.env['LIBRARY_CLOSED']) return answer(response, 503, { error: 'closed today' })
  if (lent.has(id) && fault !== 'lends-twice') return answer(response, 409, { error: 'lent already' })
  lent.add(id)
  return answer(response, 201, fault === 'town-lost' ? { book } : { book, town })
}

const server = createServer(handle)
server.on('listening', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  process.stdout.write(`${JSON.stringify({ environment: { LIBRARY_URL: `http://127.0.0.1:${port}` } })}\n`)
})

if (process.argv.includes('--list-faults')) process.stdout.write(`${JSON.stringify(faults)}\n`)
else {
  server.listen(0, '127.0.0.1')
  process.stdin.on('end', () => server.close()).resume()
  process.on('SIGTERM', () => server.close())
}
