// All temporary folders of the tests lie in one, which goes with the last test: also those of processes that were
// killed, which is what many of these tests do.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Vitest calls it before the first test, and what it returns after the last one. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'airlock-tests-'))
  process.env['TMPDIR'] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
