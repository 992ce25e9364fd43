// What is in a few large files instead of hundreds of small ones starts in half the time. They are taken only as long as
// they are what the sources say: one byte changed in any of them, or another package installed, and the sources run.
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where bundles are, each in a folder of its name, from the project's root. */
export const bundlesFolder = 'dist'

/** npm's own list of what it has installed, from the project's root. */
export const installed = 'node_modules/.package-lock.json'

/**
 * Digest of what a bundle is made of, in the order of the names.
 * @param {readonly string[]} files from the root
 * @param {(file: string) => string | Uint8Array} read
 * @returns {string} SHA-256
 */
export function digestSources(files, read) {
  const lines = [installed, ...files].map((file) => `${hash('sha256', read(file))}  ${file}\n`)
  return hash('sha256', lines.join(''))
}

/**
 * Where to import a bundled module from, or null where there is no bundle or it is not of these sources.
 * @param {string} root
 * @param {string} bundle
 * @param {string} name of the module
 * @returns {string | null}
 */
export function findModule(root, bundle, name) {
  try {
    const folder = join(root, bundlesFolder, bundle)
    const { files, sha256 } = JSON.parse(readFileSync(join(folder, 'bundle.json'), 'utf8'))
    return digestSources(files, (file) => readFileSync(join(root, file))) === sha256
      ? pathToFileURL(join(folder, `${name}.js`)).href
      : null
  } catch {
    // Nothing depends on it: whatever is wrong with it, the sources are there.
    return null
  }
}
