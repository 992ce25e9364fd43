// The style sheet and the icon. Browsers ask each time whether they have changed: two versions may run side by side
// behind one address while a release is rolled out, so no copy may be trusted for long.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const assets = [
  { name: 'style.css', type: 'text/css; charset=utf-8' },
  { name: 'icon.svg', type: 'image/svg+xml' },
] as const

export async function registerAssets(app: FastifyInstance, folder: string): Promise<void> {
  for (const { name, type } of assets) {
    const content = await readFile(join(folder, name))
    const etag = `"${createHash('sha256').update(content).digest('hex').slice(0, 16)}"`
    app.get(`/${name}`, async (request, reply) => {
      void reply.header('etag', etag).header('cache-control', 'no-cache').type(type)
      return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(content)
    })
  }
}
