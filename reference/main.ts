// `npm run reference`. What is loaded after the first line is compiled once and kept for the next start.
import { enableCompileCache } from 'node:module'

enableCompileCache()
const { runReference } = await import('./run-reference.ts')
await runReference()
