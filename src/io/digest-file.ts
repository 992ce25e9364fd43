// Size and digest of a file of any size: traces and screenshots are sealed too.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { FoundFile } from '../evidence/compare-seal.ts'

/** Reads the file once, piece by piece. */
export async function digestFile(path: string): Promise<FoundFile> {
  const digest = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    digest.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: digest.digest('hex') }
}
