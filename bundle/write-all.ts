// `npm run prepare`, which `npm ci` calls: whatever starts often, in few files.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { bundlesFolder } from './find-bundle.mjs'
import { writeBundle, type Bundle } from './write-bundle.ts'
import { writeCucumber } from './write-cucumber.ts'

/** Packages that every command loads; others are large and rarely needed, or have to be one and the same for all. */
const ofCommands = new Set([
  '@cucumber/cucumber-expressions',
  '@cucumber/gherkin',
  '@cucumber/messages',
  '@cucumber/tag-expressions',
  'commander',
  'regexp-match-indices',
  'regexp-tree',
  'yaml',
  'zod',
])

const commands: Bundle = {
  name: 'commands',
  entries: { main: 'scripts/main.ts' },
  brings: (packageName) => ofCommands.has(packageName),
}

const root = join(import.meta.dirname, '..')
await rm(join(root, bundlesFolder), { recursive: true, force: true })
await writeBundle(root, commands)
await writeCucumber(root)
