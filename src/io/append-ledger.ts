// Writing the ledger: only at its end, each line on the disk before the next message leaves, and by one sender at a time.
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { hash } from 'node:crypto'
import { join } from 'node:path'
import { makeLedgerLine, parseLedger, type Told } from '../notice/ledger-line.ts'
import type { Ledger } from '../release/ledger.ts'
import { ConfigurationError } from '../release/problem.ts'
import { ledgerName } from './read-ledger.ts'
import { makeUnreadable } from './read-text.ts'

/** A ledger held by this sender alone. */
export type OpenLedger = {
  /** What stood in it when it was opened. */
  readonly ledger: Ledger
  /** Returns once the line is on the disk. */
  readonly append: (told: Told) => void
  readonly close: () => void
}

/** Takes the ledger of a release folder, verified; a ConfigurationError where another sender has it or it has a flaw. */
export function openLedger(folder: string): OpenLedger {
  const file = join(folder, ledgerName)
  const release = takeLock(`${file}.lock`)
  try {
    return { ...openVerified(file, folder), close: release }
  } catch (error) {
    release()
    throw error
  }
}

function openVerified(file: string, folder: string): Omit<OpenLedger, 'close'> {
  const text = readText(file)
  const ledger = parseLedger(text)
  if (ledger.flaw !== null) throw makeFlawed(file, ledger.flaw)
  requireWritable(file)
  let { head } = ledger
  let bytes = Buffer.byteLength(text)
  const append = (told: Told): void => {
    const line = makeLedgerLine(told, head)
    bytes = appendLine({ file, folder, line, bytes })
    head = hash('sha256', line)
  }
  return { ledger, append }
}

/** A message must not leave before it is certain that its line can be kept; a file that is not there yet will be made. */
function requireWritable(file: string): void {
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return
  try {
    closeSync(openSync(file, 'a'))
  } catch (error) {
    throw new ConfigurationError([makeUnwritable(file, error)], { cause: error })
  }
}

type Line = { readonly file: string; readonly folder: string; readonly line: string; readonly bytes: number }

/** One write and one sync; the first line of a file also needs its folder's. */
function appendLine({ file, folder, line, bytes }: Line): number {
  const handle = openSync(file, 'a')
  try {
    if (fstatSync(handle).size !== bytes)
      throw makeFlawed(file, 'somebody else has written into it', lastIsLost)
    const data = Buffer.from(`${line}\n`)
    keep(handle, data, { file, bytes })
    if (bytes === 0) syncFolder(folder)
    return bytes + data.length
  } finally {
    closeSync(handle)
  }
}

/** All of it or nothing: half a line, as a full disk leaves it, would be a flaw of all that stands before it. */
function keep(handle: number, data: Buffer, { file, bytes }: Pick<Line, 'file' | 'bytes'>): void {
  try {
    writeFileSync(handle, data)
    fsyncSync(handle)
  } catch (error) {
    ftruncateSync(handle, bytes)
    const expected = 'room for what a server has answered'
    const problem = { file, path: '', expected, received: codeOf(error), remedy: lastIsLost }
    throw new ConfigurationError([problem], { cause: error })
  }
}

const lastIsLost =
  'Nothing more was sent, and the answer to the last message is not kept: once this is mended, it leaves again.'

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ''
    throw new ConfigurationError([makeUnreadable(file, error)], { cause: error })
  }
}

/** A lock that was left behind is not taken over: two senders might do so at once. */
function takeLock(lock: string): () => void {
  const handle = openLock(lock)
  const release = (): void => unlinkSync(lock)
  try {
    writeSync(handle, `${process.pid}\n`)
    return release
  } catch (error) {
    release()
    throw new ConfigurationError([makeUnwritable(lock, error)], { cause: error })
  } finally {
    closeSync(handle)
  }
}

function openLock(lock: string): number {
  try {
    return openSync(lock, 'wx')
  } catch (error) {
    const problem = codeOf(error) === 'EEXIST' ? makeLocked(lock) : makeUnwritable(lock, error)
    throw new ConfigurationError([problem], { cause: error })
  }
}

function makeUnwritable(file: string, error: unknown) {
  const remedy = 'Let the sender write there: what servers answer has to be kept. Nothing was sent.'
  return { file, path: '', expected: 'a file that can be written', received: codeOf(error), remedy }
}

function makeLocked(lock: string) {
  return {
    file: lock,
    path: '',
    expected: 'no other sender at work',
    received: `a lock of process ${readText(lock).trim() || 'unknown'}`,
    remedy: 'Wait for that process; if it is no longer there, take the lock file away. Nothing was sent.',
  }
}

function makeFlawed(file: string, flaw: string, sent = 'Nothing was sent.'): ConfigurationError {
  const remedy = `${sent} Bring the file back as Airlock wrote it; find out who changed it before you rely on it.`
  return new ConfigurationError([
    { file, path: '', expected: 'a ledger as it was written', received: flaw, remedy },
  ])
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
