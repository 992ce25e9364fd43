// Finds and reads the reports of other suites by pattern. Links are not followed, as in a folder of results.
import { hash } from 'node:crypto'
import { globSync } from 'node:fs'
import { lstat, readFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { joinReports, type FoundReports, type Further } from '../evidence/further.ts'
import { makeProblem } from '../evidence/make-problem.ts'
import { parseJunit } from '../evidence/other-suites/parse-junit.ts'
import { parsePlaywright } from '../evidence/other-suites/parse-playwright.ts'
import type { ReportFormat } from '../evidence/other-suites/read-report.ts'
import { findBehindLinks } from './find-behind-links.ts'
import { findClosedFolders } from './find-closed-folders.ts'

const parsers = { junit: parseJunit, playwright: parsePlaywright } satisfies Record<ReportFormat, unknown>

/** A report is held in memory as a whole, so there is an end to what is one. */
const longestBytes = 128 * 1024 * 1024

type Wanted = {
  readonly cwd: string
  readonly format: ReportFormat
  readonly patterns: readonly string[]
  readonly may?: (folder: string, rights: number) => boolean
}

/** The reports of one format; the same file counts once, however many patterns find it. */
export async function readReports({ cwd, format, patterns, ...access }: Wanted): Promise<Further> {
  const seen = new Set<string>()
  const found: FoundReports[] = []
  for (const pattern of new Set(patterns)) {
    const files = globSync(pattern, { cwd }).map((file) => resolve(cwd, file))
    const fresh = files.filter((file) => !seen.has(file)).toSorted()
    fresh.forEach((file) => seen.add(file))
    const reports = await Promise.all(fresh.map((file) => readReport(file, cwd, format)))
    found.push({ pattern, isEmpty: files.length === 0, reports })
  }
  const behind = findBehindLinks({ cwd, patterns, found: seen }).map((file) =>
    refuse(nameFile(file, cwd), 'behind a link, which is not followed'),
  )
  const closed = findClosedFolders({ cwd, patterns, ...access }).map((folder) =>
    refuse(`${folder}/`, 'a folder that may not be looked into'),
  )
  return joinReports([...found, { pattern: 'passed over', isEmpty: false, reports: [...behind, ...closed] }])
}

type Found = FoundReports['reports'][number]

async function readReport(file: string, cwd: string, format: ReportFormat): Promise<Found> {
  const path = nameFile(file, cwd)
  try {
    const stat = await lstat(file)
    if (!stat.isFile()) return refuse(path, 'no regular file')
    if (stat.size > longestBytes) return refuse(path, `larger than ${longestBytes / 1024 / 1024} MiB`)
    const bytes = await readFile(file)
    const input = { path, bytes: bytes.length, sha256: hash('sha256', bytes) }
    return { reading: parsers[format]({ path, bytes }), input }
  } catch (error) {
    return refuse(path, error instanceof Error ? error.message : String(error))
  }
}

function nameFile(file: string, cwd: string): string {
  return relative(cwd, file).replaceAll('\\', '/')
}

function refuse(path: string, reason: string): Found {
  const problems = [makeProblem('unreadable-result', path, { reason })]
  return { reading: { results: [], problems, shard: null }, input: null }
}
