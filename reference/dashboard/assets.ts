// The style sheet and the icon. Their address carries the digest of what they are, so that a browser asks for each once;
// two versions may run side by side while a release is rolled out, and what is asked for by the digest of the other one is
// not kept.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Faults } from '../faults/faults.ts'
import { root } from './places.ts'

const types = { 'style.css': 'text/css; charset=utf-8', 'icon.svg': 'image/svg+xml' } as const

export type Asset = { readonly name: keyof typeof types; readonly content: string; readonly digest: string }
export type Assets = { readonly style: Asset; readonly icon: Asset }

/** The fault `badge-contrast`: a redesign that nobody held against the paper. */
const faintBadges = '\n.badge { color: light-dark(#b9c4c1, #46524f); }\n'

export async function readAssets(folder: string, faults: Faults): Promise<Assets> {
  const read = (name: Asset['name']) => readFile(join(folder, name), 'utf8')
  const style = await read('style.css')
  return {
    style: makeAsset('style.css', faults.has('badge-contrast') ? `${style}${faintBadges}` : style),
    icon: makeAsset('icon.svg', await read('icon.svg')),
  }
}

/** Where pages ask for it. */
export function addressOf({ name, digest }: Asset): string {
  return `${root}/${name}?v=${digest}`
}

export function registerAssets(app: FastifyInstance, assets: Assets): void {
  for (const { name, content, digest } of Object.values(assets)) {
    const etag = `"${digest}"`
    app.get<{ Querystring: { v?: string } }>(`/${name}`, async (request, reply) => {
      const isThis = request.query.v === digest
      void reply.header('cache-control', isThis ? 'public, max-age=31536000, immutable' : 'no-cache')
      void reply.header('etag', etag).type(types[name])
      return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(content)
    })
  }
}

function makeAsset(name: Asset['name'], content: string): Asset {
  return { name, content, digest: createHash('sha256').update(content).digest('hex').slice(0, 16) }
}
