// Every file of a run is written through here: completely or not at all, and with its digest kept for the seal,
// so that sealing a run reads nothing back.
import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { byText } from '../release/by-text.ts'
import type { Seal } from './seal.ts'

export type SealedFile = Seal['files'][number]

export type LineFile = {
  /** Adds one line; the newline is added here. */
  write(line: string): void
  close(): Promise<void>
}

export type RunFolder = {
  readonly path: string
  /** What cannot be written is told by `settle`: the cases that run meanwhile are none the worse for it. */
  write(path: string, data: string | Uint8Array): void
  openLines(path: string): LineFile
  /** Throws what went wrong first. */
  settle(): void
  /** What was written so far, sorted by path. */
  files(): SealedFile[]
  /** The last file: not part of the list it holds. */
  writeSeal(seal: Seal): void
}

/** Creates the folder of a run with its sub folders. */
export function openRunFolder(path: string): RunFolder {
  const files: SealedFile[] = []
  let failure: unknown
  for (const folder of ['allure-results', 'messages', 'logs'])
    mkdirSync(join(path, folder), { recursive: true })
  return {
    path,
    write(name, data) {
      files.push(describe(name, data))
      try {
        writeWhole(join(path, name), data)
      } catch (error) {
        failure ??= error
      }
    },
    openLines: (name) =>
      openLines(join(path, name), {
        onClose: (file) => files.push({ path: name, ...file }),
        onError: (error) => (failure ??= error),
      }),
    settle() {
      if (failure !== undefined) throw new Error(`${path} could not be written`, { cause: failure })
    },
    files: () => files.toSorted(byText(({ path }) => path)),
    writeSeal: (seal) => writeWhole(join(path, 'run.json'), `${JSON.stringify(seal, null, 1)}\n`),
  }
}

/**
 * Writes to a temporary name and renames, so that nobody ever reads half a file. The folder must be there. At once, since
 * handing a small file to another thread takes twice as long as writing it.
 */
export function writeWhole(path: string, data: string | Uint8Array): void {
  writeFileSync(`${path}.tmp`, data)
  renameSync(`${path}.tmp`, path)
}

function describe(path: string, data: string | Uint8Array): SealedFile {
  return { path, bytes: Buffer.byteLength(data), sha256: createHash('sha256').update(data).digest('hex') }
}

const chunkBytes = 1 << 16
/** Longer than this nothing waits to be written: a run that is killed leaves what it knew. */
const longestWaitMs = 100

type LineListener = {
  readonly onClose: (file: Omit<SealedFile, 'path'>) => void
  readonly onError: (error: unknown) => void
}

/** Lines are gathered into chunks: a system call for each of a hundred thousand lines would cost more than the lines. */
function openLines(path: string, { onClose, onError }: LineListener): LineFile {
  const stream = createWriteStream(path).on('error', onError)
  const hash = createHash('sha256')
  let bytes = 0
  let gathered = ''
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const data = Buffer.from(gathered)
    gathered = ''
    bytes += data.length
    hash.update(data)
    stream.write(data)
  }
  return {
    write(line) {
      gathered += `${line}\n`
      if (gathered.length > chunkBytes) flush()
      else timer ??= setTimeout(flush, longestWaitMs)
    },
    async close() {
      flush()
      stream.end()
      await finished(stream).catch(onError)
      onClose({ bytes, sha256: hash.digest('hex') })
    },
  }
}
