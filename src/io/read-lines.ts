// Message streams can be larger than memory: read line by line, and digested in the same pass.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { FoundFile } from '../evidence/compare-seal.ts'

/** Hands over each line that holds something; returns size and digest of the whole file. */
export async function readLines(path: string, accept: (line: string) => void): Promise<FoundFile> {
  const digest = createHash('sha256')
  const decoder = new TextDecoder()
  let bytes = 0
  let rest = ''
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    digest.update(chunk)
    bytes += chunk.length
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    lines.filter((line) => line.trim() !== '').forEach(accept)
  }
  rest += decoder.decode()
  if (rest.trim() !== '') accept(rest)
  return { bytes, sha256: digest.digest('hex') }
}
