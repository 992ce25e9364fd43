// What a release's ledger says. Whoever judges and whoever sends read it here, and neither relies on one with a flaw.
import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Input } from '../evidence/evidence.ts'
import { parseLedger } from '../notice/ledger-line.ts'
import { emptyLedger, type Ledger } from '../release/ledger.ts'
import { describeText } from './read-text.ts'

export const ledgerName = 'notices.jsonl'

type Place = {
  readonly cwd: string
  /** Folder of the release, relative to it or absolute. */
  readonly folder: string
}

/** The ledger of a release, empty where nothing was sent yet; the file as an input of the verdict. */
export function readLedger({ cwd, folder }: Place): { ledger: Ledger; inputs: readonly Input[] } {
  const file = resolve(cwd, join(folder, ledgerName))
  const path = relative(cwd, file).replaceAll('\\', '/')
  try {
    if (!existsSync(file)) return { ledger: emptyLedger, inputs: [] }
    const text = readFileSync(file, 'utf8')
    return { ledger: parseLedger(text), inputs: [describeText(path, text)] }
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return { ledger: { ...emptyLedger, flaw: `it cannot be read: ${why}` }, inputs: [] }
  }
}
