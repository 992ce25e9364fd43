// A plain parcel service that knows nothing of Airlock: an API key, a path for each client, texts beside JSON, and a state
// that changes only after somebody has looked at it a few times.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

type Parcel = { readonly id: number; readonly to: string; readonly weight: number; looks: number }

const key = process.env['EAST_KEY'] ?? ''
const parcels = new Map<number, Parcel>()
const looksUntilDelivered = 3

function answer(response: ServerResponse, status: number, body?: unknown): void {
  const type = typeof body === 'string' ? 'text/plain' : 'application/json'
  response.writeHead(status, body === undefined ? {} : { 'content-type': type })
  response.end(typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body))
}

function view({ looks, ...parcel }: Parcel) {
  const state = looks < looksUntilDelivered ? 'sorting' : 'delivered'
  const history = [{ place: 'counter' }, { place: 'hub', by: 'van' }]
  return { ...parcel, state, fragile: false, signature: null, history }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function create(response: ServerResponse, text: string): void {
  const { to, weight } = JSON.parse(text) as Parcel
  const parcel = { id: parcels.size + 1, to, weight, looks: 0 }
  parcels.set(parcel.id, parcel)
  response.setHeader('location', `/parcels/${parcel.id}`)
  answer(response, 201, view(parcel))
}

function act(response: ServerResponse, parcel: Parcel, [method, part]: [string, string]): void {
  if (method === 'DELETE') {
    parcels.delete(parcel.id)
    return answer(response, 204)
  }
  if (part === 'label') return answer(response, 200, `To: ${parcel.to}`)
  if (part === 'slow') return void setTimeout(() => answer(response, 200, view(parcel)), 1500)
  parcel.looks += 1
  return answer(response, 200, view(parcel))
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url = '' } = request
  const text = await readBody(request)
  if (url === '/version') return answer(response, 200, { version: '1.0.0' })
  if (request.headers['x-key'] !== key) return answer(response, 401, { message: 'who are you?' })
  if (method === 'POST' && url === '/east/parcels') return create(response, text)
  const [, id, part = ''] = /^\/east\/parcels\/(\d+)(?:\/(\w+))?$/.exec(url) ?? []
  const parcel = parcels.get(Number(id))
  if (!parcel) return answer(response, 404, { message: 'no such parcel' })
  act(response, parcel, [method, part])
}

const server = createServer((request, response) => void handle(request, response))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  process.stdout.write(`${JSON.stringify({ environment: { PARCELS_URL: `http://127.0.0.1:${port}` } })}\n`)
})
process.stdin.on('end', () => server.close().closeAllConnections()).resume()
