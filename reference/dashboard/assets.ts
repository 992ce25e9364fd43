// The style sheet and the icon. Browsers ask each time whether they have changed: two versions may run side by side
// behind one address while a release is rolled out, so no copy may be trusted for long.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Faults } from '../faults/faults.ts'

const assets = [
  { name: 'style.css', type: 'text/css; charset=utf-8' },
  { name: 'icon.svg', type: 'image/svg+xml' },
] as const

type Source = { readonly folder: string; readonly faults: Faults }

/** The fault `badge-contrast`: a redesign that nobody held against the paper. */
const faintBadges = '\n.badge { color: light-dark(#b9c4c1, #46524f); }\n'

export async function registerAssets(app: FastifyInstance, { folder, faults }: Source): Promise<void> {
  for (const { name, type } of assets) {
    const isFaint = name === 'style.css' && faults.has('badge-contrast')
    const content = `${await readFile(join(folder, name), 'utf8')}${isFaint ? faintBadges : ''}`
    const etag = `"${createHash('sha256').update(content).digest('hex').slice(0, 16)}"`
    app.get(`/${name}`, async (request, reply) => {
      void reply.header('etag', etag).header('cache-control', 'no-cache').type(type)
      return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(content)
    })
  }
}
