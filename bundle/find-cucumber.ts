// Cucumber in one file instead of three hundred loads in half of the time, and every worker loads it. `npm ci` makes that
// file (`write-cucumber.ts`); it is taken only as long as it is of the packages that npm has installed.
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { bundlesFolder, installed } from './find-bundle.mjs'

/** From the project's root. Below it is what looks like Cucumber's own package, which knows its code by `lib`. */
export const cucumberFolder = `${bundlesFolder}/cucumber`

/** What a worker and its steps import, by the file's name in the folder's `lib`. */
export const cucumberModules = {
  index: '@cucumber/cucumber',
  api: '@cucumber/cucumber/api',
  gherkin: '@cucumber/gherkin',
  messages: '@cucumber/messages',
} as const

/** SHA-256 of what has to be in the bundle, and of npm's own list of what it has installed. */
export function digestInstalled(root: URL): string {
  const list = readFileSync(new URL(installed, root), 'utf8')
  return hash('sha256', `${JSON.stringify(cucumberModules)}\n${list}`)
}

/** Where a module is → where it is in the bundle; empty where there is no bundle, or it is of another installation. */
export function findCucumber(root: URL): ReadonlyMap<string, string> {
  try {
    const { sha256 } = JSON.parse(readFileSync(new URL(`${cucumberFolder}/bundle.json`, root), 'utf8'))
    return sha256 === digestInstalled(root) ? locateModules(root) : new Map()
  } catch {
    // Nothing depends on it: whatever is wrong with it, the packages are there.
    return new Map()
  }
}

/** Importing and requiring may find different files of one package; both have to come to the same. */
function locateModules(root: URL): Map<string, string> {
  const require = createRequire(import.meta.url)
  return new Map(
    Object.entries(cucumberModules).flatMap(([name, specifier]) => {
      const url = new URL(`${cucumberFolder}/lib/${name}.js`, root).href
      return [
        [import.meta.resolve(specifier), url],
        [pathToFileURL(require.resolve(specifier)).href, url],
      ] as const
    }),
  )
}
