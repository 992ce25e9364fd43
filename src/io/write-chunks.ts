// Large documents are written piece by piece, under a temporary name until they are complete: nobody ever reads half
// a file, and the digest of what was written is known without reading it back.
import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { FoundFile } from '../evidence/compare-seal.ts'

const blockBytes = 1 << 18
const mostBytesPerCharacter = 3

/** Writes the pieces in order; returns size and digest. */
export async function writeChunks(path: string, chunks: Iterable<string>): Promise<FoundFile> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  const file = await open(temporary, 'w')
  try {
    const written = await writeBlocks(file, chunks)
    await file.close()
    await rename(temporary, path)
    return written
  } catch (error) {
    await file.close()
    await rm(temporary, { force: true })
    throw new Error(`${path} could not be written`, { cause: error })
  }
}

/** One buffer takes the pieces until it is full, so that a large document leaves no garbage behind. */
async function writeBlocks(file: FileHandle, chunks: Iterable<string>): Promise<FoundFile> {
  const digest = createHash('sha256')
  const buffer = Buffer.allocUnsafeSlow(blockBytes)
  let bytes = 0
  let used = 0
  const flush = async (data: Uint8Array): Promise<void> => {
    digest.update(data)
    bytes += data.length
    await file.writeFile(data)
  }
  for (const chunk of chunks) {
    const isLarge = chunk.length * mostBytesPerCharacter > blockBytes
    if (isLarge || used + chunk.length * mostBytesPerCharacter > blockBytes) {
      await flush(buffer.subarray(0, used))
      used = 0
    }
    if (isLarge) await flush(Buffer.from(chunk))
    else used += buffer.write(chunk, used)
  }
  await flush(buffer.subarray(0, used))
  return { bytes, sha256: digest.digest('hex') }
}
