// Puts the sources of `airlock` and those packages that every command loads in many small files into a few large ones.
// `npm ci` does it; `scripts/find-bundle.mjs` says when they are used.
import { readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { rolldown, type OutputChunk, type Plugin } from 'rolldown'
import { bundleFolder, digestSources } from './find-bundle.mjs'

/** Others are found where npm put them: some are large and rarely needed, some have to be one and the same for all. */
const bundled = [
  '@cucumber/cucumber-expressions',
  '@cucumber/gherkin',
  '@cucumber/messages',
  '@cucumber/tag-expressions',
  'commander',
  'regexp-match-indices',
  'regexp-tree',
  'yaml',
  'zod',
]

/** Bundles `entry`, a path from the root, and writes it with a list of what it was made of. */
export async function writeBundle(root: string, entry: string): Promise<void> {
  const folder = join(root, bundleFolder)
  const own = new Map<string, string>()
  const bundle = await rolldown({
    cwd: root,
    input: { main: join(root, entry) },
    platform: 'node',
    external: (id) => isPackage(id) && !isBundled(id),
    plugins: [keepPlaces(root, own)],
  })
  await rm(folder, { recursive: true, force: true })
  const { output } = await bundle.write({ dir: folder, format: 'esm' })
  await bundle.close()
  const chunks = output.filter((file) => file.type === 'chunk')
  refuseWaiting(chunks, join(root, entry))
  const files = [...own.keys()].toSorted()
  // Of what was bundled, and not of what a file may have become meanwhile.
  const sha256 = digestSources(files, (file) => own.get(file) ?? readFileSync(join(root, file)))
  await writeFile(join(folder, 'bundle.json'), `${JSON.stringify({ sha256, files }, null, 2)}\n`)
}

function isPackage(id: string): boolean {
  return !id.startsWith('.') && !isAbsolute(id) && !id.startsWith('node:')
}

function isBundled(id: string): boolean {
  return bundled.some((name) => id === name || id.startsWith(`${name}/`))
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
      return `const sourceUrl = new URL(${JSON.stringify(`../${file}`)}, import.meta.url).href; ${body}`
    },
  }
}

/** The entry waits for the command that it has loaded; a command that waited for the entry would never come to an end. */
function refuseWaiting(chunks: readonly OutputChunk[], entry: string): void {
  const waits = chunks.find(({ moduleIds }) => moduleIds.includes(entry))?.fileName ?? ''
  const waiting = chunks.filter(({ isEntry, imports }) => !isEntry && imports.includes(waits))
  if (waiting.length > 0) throw new Error(`${waiting.map(({ name }) => name).join(', ')} imports the entry`)
}

if (import.meta.main) await writeBundle(join(import.meta.dirname, '..'), join('scripts', 'main.ts'))
