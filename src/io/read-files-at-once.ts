// Many small files: on a disk of this machine it is quickest to read one after the other, on a network share the
// waiting has to overlap. Which of the two it is, the first files tell.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { sep } from 'node:path'

export type ManyFiles = {
  readonly folder: string
  readonly names: readonly string[]
  /** Whether files that take so long are worth reading at once. */
  readonly isSlow?: (msPerFile: number) => boolean
}
/** Bytes of a file, or the reason why there are none. The bytes are valid during the call only. */
export type AcceptFile = (content: Uint8Array | string, index: number) => void

const probed = 32
/** No disk takes that long for a small file; a network does. */
const slowFileMs = 0.5
const filesAtOnce = 32

/** Reads all files and hands each over once, in any order. */
export async function readFilesAtOnce(many: ManyFiles, accept: AcceptFile): Promise<void> {
  const { folder, names, isSlow = (ms: number) => ms > slowFileMs } = many
  const buffer = Buffer.allocUnsafeSlow(1 << 18)
  const read = (name: string, index: number): void => accept(readNow(`${folder}${sep}${name}`, buffer), index)
  const times = names.slice(0, probed).map((name, index) => time(() => read(name, index)))
  if (isSlow(medianOf(times))) return readLanes(many, accept)
  for (let index = probed; index < names.length; index++) read(names[index] ?? '', index)
}

function time(act: () => void): number {
  const startMs = performance.now()
  act()
  return performance.now() - startMs
}

/** On a busy machine some files take long, on a network all of them do: only the middle one tells which it is. */
function medianOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

/** Many at a time, each lane taking the next file that is left. */
async function readLanes({ folder, names }: ManyFiles, accept: AcceptFile): Promise<void> {
  const left = names.entries().drop(probed)
  const lane = async (): Promise<void> => {
    for (const [index, name] of left)
      accept(await readFile(`${folder}${sep}${name}`).catch(describeError), index)
  }
  await Promise.all(Array.from({ length: filesAtOnce }, lane))
}

/** One buffer serves all files but the large ones, so that reading leaves no garbage behind. */
function readNow(path: string, buffer: Buffer): Uint8Array | string {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const length = readSync(file, buffer, 0, buffer.length, 0)
    return length < buffer.length ? buffer.subarray(0, length) : readFileSync(path)
  } catch (error) {
    return describeError(error)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** One file that cannot be read must not hide what the others say: it becomes a problem of its own. */
function describeError(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
