#!/usr/bin/env node
// `npx airlock` may be started by any Node; the project brings its own, and this hands over to it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
// By its default, since an older Node has no such function to be named.
import nodeModule, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const needed = 26
const fault = 4

// The last resort, rejections included: Node itself would end with 1, and 1 means "block".
process.on('uncaughtException', (error) => {
  try {
    process.stderr.write(`Airlock itself has failed.\n${(error && error.stack) || error}\n`)
  } finally {
    process.exit(fault)
  }
})

if (Number(process.versions.node.split('.')[0]) >= needed) {
  // Before the first TypeScript is loaded, or what takes its types away would have to be loaded as well.
  nodeModule.enableCompileCache?.()
  const { findModule } = await import('../bundle/find-bundle.mjs')
  const bundled = findModule(join(import.meta.dirname, '..'), 'commands', 'main')
  await (bundled === null ? import('./main.ts') : import(bundled))
} else {
  const own = findOwnNode()
  if (own === null) {
    process.stderr.write(
      `Airlock runs on Node ${needed}, and this is ${process.versions.node}. Its own is not installed: run npm ci\n` +
        'Where install scripts are turned off, also: npm rebuild node --ignore-scripts=false\n',
    )
    process.exit(fault)
  }
  const child = spawn(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  // In a terminal the child gets it too, and takes the two for one; waiting for it keeps its exit code.
  process.on('SIGINT', () => child.kill('SIGINT')).on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('close', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : fault)
  })
}

/** Null where nothing is installed, or packages were without their install scripts: one of those unpacks it. */
function findOwnNode() {
  try {
    const own = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node')
    return existsSync(own) ? own : null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null
    throw error
  }
}
