// A history in which nothing was judged yet, made once and copied: most tests judge a first release.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openHistory } from '../src/history/open-history.ts'

const folder = mkdtempSync(join(tmpdir(), 'airlock-histories-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const empty = join(folder, 'empty.sqlite')
const history = openHistory({ cwd: folder, env: { AIRLOCK_HISTORY: empty } })
await history.create()
await history.close()

/** Begins one at this path, unless something is there. */
export function beginHistory(path: string): void {
  if (existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true })
  copyFileSync(empty, path)
}

let made = 0

/** Another one each time. */
export function makeHistory(): string {
  const path = join(folder, `${(made += 1)}.sqlite`)
  beginHistory(path)
  return path
}
