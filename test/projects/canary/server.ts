// A service that takes secrets everywhere and gives some back, as careless ones do.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

const { COOKIE = '', PIN = '', RING = '', SONG = '' } = process.env

const page = `<!doctype html><html lang="en"><head><title>Cage</title></head><body><h1>Cage</h1>
<form method="post" action="/sign-in?pin=${PIN}"><label>Password <input name="password" type="password"></label>
<input type="hidden" name="pin" value="${PIN}"><button>Sign in</button></form></body></html>`

const inside = `<!doctype html><html lang="en"><head><title>Inside</title></head><body><h1>Inside</h1><script>
console.log('the bird sings song-${SONG}')
fetch('/birds', { headers: { 'X-Cage': '${PIN}' } })
</script></body></html>`

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url?.split('?')[0] ?? ''
  request.resume()
  response.setHeader('x-ees-called-unique-id', 'call')
  if (path === '/version') return send(response, 'application/json', '{"version":"1.0.0"}')
  if (path === '/birds')
    return send(response, 'application/json', JSON.stringify({ pin: PIN, birds: [{ ring: RING }] }))
  if (path === '/sign-in') response.setHeader('set-cookie', `session=${COOKIE}; HttpOnly`)
  send(response, 'text/html', path === '/sign-in' ? inside : page)
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'content-type': type }).end(body)
}

const server = createServer(answer)
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  process.stdout.write(`${JSON.stringify({ environment: { CANARY_URL: `http://127.0.0.1:${port}` } })}\n`)
})
process.stdin.on('end', () => server.close().closeAllConnections()).resume()
