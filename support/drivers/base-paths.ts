// Where the paths of a document begin: the addresses of its servers have paths of their own, which requests have before
// what the document writes.
import { z } from 'zod'

const documentSchema = z.looseObject({ servers: z.array(z.looseObject({ url: z.string() })).default([]) })

/** Patterns of what may stand before a path; `{name}` in it is one part, whatever it is. */
export function listBasePaths(document: unknown): RegExp[] {
  const { servers } = documentSchema.safeParse(document).data ?? { servers: [] }
  const paths = servers.map(({ url }) => pathOf(url)).filter((path) => path.startsWith('/'))
  return paths.map((path) => new RegExp(`^${makePathPattern(path)}(?=/)`))
}

/** A path with `{name}`s as a part of a pattern. */
export function makePathPattern(path: string): string {
  const parts = path.split(/\{[^{}]+\}/).map((part) => RegExp.escape(part))
  return parts.join('[^/]+')
}

/** Of `https://{host}/v1/`, `/v1/` and `/v1`: `/v1`. */
function pathOf(url: string): string {
  const [path = ''] = url.replace(/^[^/]*\/\/[^/]*/, '').split(/[?#]/)
  return path.replace(/\/+$/, '')
}
