// `npm run reference`: from the bundle, as long as that is of these sources. What is loaded after the first line is compiled
// once and kept for the next start.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import type * as sources from './run-reference.ts'

enableCompileCache()
const { findModule } = await import('../bundle/find-bundle.mjs')
const bundled = findModule(join(import.meta.dirname, '..'), 'reference', 'run-reference')
const { runReference } = (await (bundled === null
  ? import('./run-reference.ts')
  : import(bundled))) as typeof sources
await runReference()
