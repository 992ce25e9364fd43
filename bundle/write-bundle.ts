// Puts sources, and packages that they load in many small files, into a few large ones; `find-bundle.mjs` says when they
// are used.
import { readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { rolldown, type OutputChunk, type Plugin } from 'rolldown'
import { bundlesFolder, digestSources } from './find-bundle.mjs'

export type Bundle = {
  /** Of its folder. */
  readonly name: string
  /** What is imported of it: name of a module → its source, from the root. */
  readonly entries: Readonly<Record<string, string>>
  /** Whether a package comes along; any other is found where npm put it. */
  readonly brings: (packageName: string) => boolean
}

/** Writes a bundle with a list of what it was made of. */
export async function writeBundle(root: string, { name, entries, brings }: Bundle): Promise<void> {
  const folder = join(root, bundlesFolder, name)
  const input = Object.fromEntries(Object.entries(entries).map(([to, from]) => [to, join(root, from)]))
  const own = new Map<string, string>()
  const bundle = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    external: (id) => isPackage(id) && !brings(readPackageName(id)),
    plugins: [keepPlaces(root, own)],
  })
  await rm(folder, { recursive: true, force: true })
  const { output } = await bundle.write({ dir: folder, format: 'esm' })
  await bundle.close()
  const chunks = output.filter((file) => file.type === 'chunk')
  refuseWaiting(chunks, Object.values(input))
  const files = [...own.keys()].toSorted()
  // Of what was bundled, and not of what a file may have become meanwhile.
  const sha256 = digestSources(files, (file) => own.get(file) ?? readFileSync(join(root, file)))
  await writeFile(join(folder, 'bundle.json'), `${JSON.stringify({ sha256, files }, null, 2)}\n`)
}

function isPackage(id: string): boolean {
  return !id.startsWith('.') && !isAbsolute(id) && !id.startsWith('node:')
}

function readPackageName(id: string): string {
  return id.split('/', id.startsWith('@') ? 2 : 1).join('/')
}

/** What a module looks for beside itself is beside its source, not in the bundle. */
function keepPlaces(root: string, own: Map<string, string>): Plugin {
  return {
    name: 'keep-places',
    transform(code, id) {
      const file = relative(root, id).replaceAll(sep, '/')
      if (!isAbsolute(id) || file.startsWith('../') || file.startsWith('node_modules/')) return null
      own.set(file, code)
      const body = code.replaceAll('import.meta.url', 'sourceUrl')
      if (body.includes('import.meta.dirname') || body.includes('import.meta.filename'))
        throw new Error(`${file} says where it is in a way that a bundle cannot keep: use import.meta.url`)
      if (body === code) return null
      return `const sourceUrl = new URL(${JSON.stringify(`../../${file}`)}, import.meta.url).href; ${body}`
    },
  }
}

/** An entry may wait for what it loads; a module that waited for the entry would never come to an end. */
function refuseWaiting(chunks: readonly OutputChunk[], entries: readonly string[]): void {
  const waits = chunks.filter(({ moduleIds }) => entries.some((entry) => moduleIds.includes(entry)))
  const names = new Set(waits.map(({ fileName }) => fileName))
  const waiting = chunks.filter(({ isEntry, imports }) => !isEntry && imports.some((file) => names.has(file)))
  if (waiting.length > 0) throw new Error(`${waiting.map(({ name }) => name).join(', ')} imports the entry`)
}
