// An Allure report that is not made anew tells of the verdict before, and looks like that of the new one. What the next
// run takes its trend from stays.
import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

const historyNames: ReadonlySet<string> = new Set(['history', 'history.jsonl'])

/** Takes the report in this folder away, but for its history. */
export async function removeOlderReport(folder: string): Promise<void> {
  const names = await listOwn(folder)
  const old = names.filter((name) => !historyNames.has(name))
  const wanted = old.length === names.length ? [folder] : old.map((name) => join(folder, name))
  for (const path of wanted) await rm(path, { recursive: true, force: true })
}

/** Nothing of what lies behind a link, which is taken away itself. */
async function listOwn(folder: string): Promise<string[]> {
  const stat = await lstat(folder).catch(() => null)
  return stat?.isDirectory() ? readdir(folder) : []
}
