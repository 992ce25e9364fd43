// A history as lines of text, so that a CI cache or a mail is enough to carry it. Nothing of a file is taken in unless
// all of it is right.
import { hash } from 'node:crypto'
import { z } from 'zod'
import type { Parsed, Problem } from '../release/problem.ts'
import type { Driver } from './driver.ts'
import { pastPolicySchema, pastScenarioSchema } from './past.ts'
import { contractSchema } from '../evidence/contract/contract.ts'
import { historyLineSchemas, type HistoryLine, type RunRecord } from './run-record.ts'
import { loadDocument, loadRun, storeDocument, storeRun } from './store-run.ts'

/** Every run, oldest first, each document before the first run that needs it; the last line says how many. */
export async function exportLines(driver: Driver): Promise<string[]> {
  const rows = await driver.query('SELECT run_id FROM airlock_runs ORDER BY started_at, run_id')
  const lines: string[] = []
  const told = new Set<string>()
  for (const row of rows) {
    const run = await loadRun(driver, String(row['run_id']))
    for (const sha256 of documentsOf(run).filter((one) => !told.has(one))) {
      told.add(sha256)
      lines.push(renderLine({ document: { sha256, body: await loadDocument(driver, sha256) } }))
    }
    lines.push(renderLine({ run }))
  }
  lines.push(renderLine({ end: { runs: rows.length } }))
  return lines
}

function renderLine(what: object): string {
  return `${JSON.stringify({ schema: 'airlock.history/1', ...what })}\n`
}

function documentsOf({ policy, inventory, contract }: RunRecord): string[] {
  return [policy, inventory, ...(contract === null ? [] : [contract])]
}

export type SourceLine = { readonly text: string; readonly line: number }
export type Source = { readonly file: string; readonly lines: readonly SourceLine[] }

/** Lines of a file → what they hold, or everything that is wrong with them. */
export function parseLines({ file, lines }: Source): Parsed<HistoryLine[]> {
  const read = lines.map((source) => parseLine(file, source))
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems))
  if (problems.length > 0) return { ok: false, problems }
  const values = read.flatMap((one) => (one.ok ? [one.value] : []))
  const runs = values.filter((value) => 'run' in value).length
  if (runs === 0) return { ok: false, problems: [makeEmpty(file)] }
  const dangling = [...findCut({ file, lines }, { values, runs }), ...findDangling({ file, lines }, values)]
  return dangling.length > 0 ? { ok: false, problems: dangling } : { ok: true, value: values }
}

const headSchema = z.looseObject({ schema: z.literal('airlock.history/1') })

function parseLine(file: string, { text, line }: SourceLine): Parsed<HistoryLine> {
  const problem = (path: string, expected: string, received: string): Parsed<never> => ({
    ok: false,
    problems: [{ file, path, line, expected, received, remedy }],
  })
  const value = parseText(text)
  if (!headSchema.safeParse(value).success)
    return problem('schema', 'a line with the schema airlock.history/1', shorten(text))
  const kind = (['document', 'end'] as const).find((key) => Object.hasOwn(value as object, key)) ?? 'run'
  const read = historyLineSchemas[kind].safeParse(value)
  const [issue] = read.error?.issues ?? []
  if (!read.success)
    return problem(issue?.path.join('.') ?? '', issue?.message ?? 'a line that fits', shorten(text))
  if (!('document' in read.data)) return { ok: true, value: read.data }
  const { sha256, body } = read.data.document
  const found = hash('sha256', body)
  return found === sha256
    ? { ok: true, value: read.data }
    : problem('document.sha256', `the digest ${sha256}`, found)
}

/** An import begins a history where there is none; one of nothing would begin an empty one, where another was lost. */
function makeEmpty(file: string): Problem {
  const remedy = 'Export the history again, or begin one by `airlock history create`.'
  return { file, path: '', expected: 'at least one run', received: 'none', remedy }
}

const remedy = 'Export the history again; nothing of this file was taken in.'

type Counted = { readonly values: readonly HistoryLine[]; readonly runs: number }

/** The end stands last, once, and after as many runs as it says. */
function findCut({ file, lines }: Source, { values, runs }: Counted): Problem[] {
  const at = values.findIndex((value) => 'end' in value)
  const line = lines.at(at)?.line ?? 0
  const found = values[at]
  if (found === undefined || !('end' in found) || at < values.length - 1) {
    const received = found === undefined ? 'none' : 'lines after it'
    return [{ file, line, path: 'end', expected: 'the end of the export as its last line', received, remedy }]
  }
  const expected = `${found.end.runs} runs before it`
  return found.end.runs === runs
    ? []
    : [{ file, line, path: 'end.runs', expected, received: String(runs), remedy }]
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Then it has no schema either, and that is said.
    return null
  }
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

/** A run needs its documents before it, and each of them must be what the run takes it for. */
function findDangling({ file, lines }: Source, values: readonly HistoryLine[]): Problem[] {
  const bodies = new Map<string, string>()
  return values.flatMap((value, at) => {
    if ('document' in value) bodies.set(value.document.sha256, value.document.body)
    const missing = 'run' in value ? listUnfit(value.run, bodies) : []
    const line = lines[at]?.line ?? 0
    return missing.map((unfit) => ({ file, line, ...unfit, path: `run.${unfit.path}`, remedy }))
  })
}

const kinds = {
  policy: pastPolicySchema,
  inventory: z.array(pastScenarioSchema),
  contract: contractSchema,
}

type Unfit = Pick<Problem, 'path' | 'expected' | 'received'>

function listUnfit(run: RunRecord, bodies: ReadonlyMap<string, string>): Unfit[] {
  return (['policy', 'inventory', 'contract'] as const).flatMap((path) => {
    const sha256 = run[path]
    if (sha256 === null) return []
    const body = bodies.get(sha256)
    const expected = `a document before it that is a ${path}`
    if (body === undefined) return [{ path, expected, received: `${sha256}, which no line before has` }]
    const isFit = kinds[path].safeParse(parseText(body)).success
    return isFit ? [] : [{ path, expected, received: shorten(body) }]
  })
}

/** How many of the runs were new, or had a later verdict than the one that was known. */
export async function importLines(driver: Driver, lines: readonly HistoryLine[]): Promise<number> {
  let added = 0
  for (const line of lines) {
    if ('document' in line) await storeDocument(driver, line.document)
    else if ('run' in line && (await storeRun(driver, line.run))) added += 1
  }
  return added
}
