// An Allure report that is not made anew tells of the verdict before, and looks like that of the new one. It may be all
// that is left of its results, so it is kept under a name that says so; what the next run takes its trend from stays.
import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

export const earlierReport = 'allure-report-earlier'
const historyNames: ReadonlySet<string> = new Set(['history', 'history.jsonl'])

/** Moves what lies in `report`, but for its history, to `earlier`; false where nothing lies there. */
export async function setOlderReportAside(report: string, earlier: string): Promise<boolean> {
  const stat = await lstat(report).catch(() => null)
  if (stat === null) return false
  // A link is moved itself, and nothing of what it leads to.
  if (!stat.isDirectory()) return moveTo(earlier, () => rename(report, earlier))
  const old = (await readdir(report)).filter((name) => !historyNames.has(name))
  if (old.length === 0) return false
  return moveTo(earlier, async () => {
    await mkdir(earlier)
    for (const name of old) await rename(join(report, name), join(earlier, name))
  })
}

async function moveTo(earlier: string, move: () => Promise<void>): Promise<true> {
  await rm(earlier, { recursive: true, force: true })
  await move()
  return true
}
