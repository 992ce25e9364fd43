// Where the process of an instance begins: in the bundle, as long as that is of these sources.
import { join } from 'node:path'
import process from 'node:process'
import { findModule } from '../bundle/find-bundle.mjs'
import type * as sources from './run-instance.ts'

const bundled = findModule(join(import.meta.dirname, '..'), 'reference', 'run-instance')
const { runInstance } = (await (bundled === null
  ? import('./run-instance.ts')
  : import(bundled))) as typeof sources
await runInstance(JSON.parse(process.argv[2] ?? ''))
