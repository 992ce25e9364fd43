// All temporary folders of the tests lie in one, which goes with the last test: also those of processes that were
// killed, which is what many of these tests do.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Vitest calls it before the first test, and what it returns after the last one. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'airlock-tests-'))
  // A database runs as somebody else where the tests run as root, and has to get to its own folder.
  chmodSync(folder, 0o711)
  process.env['TMPDIR'] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
