// `npm run prepare`, which `npm ci` calls: whatever starts often, in few files.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { commands, reference } from './bundles.ts'
import { bundlesFolder } from './find-bundle.mjs'
import { writeBundle } from './write-bundle.ts'
import { writeCucumber } from './write-cucumber.ts'

const root = join(import.meta.dirname, '..')
await rm(join(root, bundlesFolder), { recursive: true, force: true })
for (const bundle of [commands, reference]) await writeBundle(root, bundle)
await writeCucumber(root)
