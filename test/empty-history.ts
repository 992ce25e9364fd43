// A history in which nothing was judged yet, made once and copied: most tests judge a first release.
import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHistory } from '../src/history/open-history.ts'

const folder = mkdtempSync(join(tmpdir(), 'airlock-histories-'))
const empty = join(folder, 'empty.sqlite')
await using history = openHistory({ cwd: folder, env: { AIRLOCK_HISTORY: empty } })
await history.create()

/** Begins the one of a project. */
export function beginHistory(cwd: string): void {
  mkdirSync(join(cwd, '.airlock'))
  copyFileSync(empty, join(cwd, '.airlock', 'history.sqlite'))
}

let made = 0

/** Another one each time. */
export function makeHistory(): string {
  const path = join(folder, `${(made += 1)}.sqlite`)
  copyFileSync(empty, path)
  return path
}
