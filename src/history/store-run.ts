// Writing and reading single runs. What is read is held against its digest: damage is an error and never a smaller past.
import { hash } from 'node:crypto'
import { byText } from '../release/by-text.ts'
import { HistoryError, type Driver, type Row, type Value } from './driver.ts'
import { digestRecord, runRecordSchema, type RunRecord, type StoredDocument } from './run-record.ts'

const columns = [
  'run_id',
  'started_at',
  'decided_at',
  'target',
  'release_id',
  'kind',
  'whole',
  'verdict',
  'version',
  'digest',
  'findings',
  'counts',
  'policy',
  'inventory',
  'contract',
  'excused',
  'sha256',
] as const

const replaced = columns.filter((column) => column !== 'run_id')
/** What a run once was it stays: one that passed may have been let in by then, and an emergency that did owes the rest. */
const rankOf = (table: string): string =>
  `CASE WHEN ${table}.verdict <> 'pass' THEN 0 WHEN ${table}.kind = 'emergency' THEN 2 ELSE 1 END`

/**
 * Judged again, a run has the later verdict, whoever comes last. One that passed stays so: it is too old, or its window
 * over, whenever somebody asks again. It would be no release to compare with any more, and owe nothing. One that passed as
 * an emergency has the first verdict: what it owes is due from then on.
 */
const upsert = `INSERT INTO airlock_runs (${columns.join(', ')})
  VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})
  ON CONFLICT (run_id) DO UPDATE SET ${replaced.map((column) => `${column} = excluded.${column}`).join(', ')}
  WHERE ${rankOf('excluded')} > ${rankOf('airlock_runs')}
    OR (${rankOf('excluded')} = ${rankOf('airlock_runs')}
      AND (CASE WHEN ${rankOf('excluded')} = 2
          THEN excluded.decided_at < airlock_runs.decided_at ELSE excluded.decided_at > airlock_runs.decided_at END
        OR (excluded.decided_at = airlock_runs.decided_at AND excluded.sha256 > airlock_runs.sha256)))
  RETURNING run_id`

export async function storeDocument(driver: Driver, { sha256, body }: StoredDocument): Promise<void> {
  await driver.query(
    'INSERT INTO airlock_documents (sha256, body) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING',
    [sha256, body],
  )
}

/** False where the history already has this run as it is, or a verdict on it that goes before this one. Its documents must be there. */
export async function storeRun(driver: Driver, given: RunRecord): Promise<boolean> {
  const record = settle(given)
  const written = await driver.query(upsert, toValues(record))
  if (written.length === 0) return false
  await driver.query('DELETE FROM airlock_cases WHERE run_id = $1', [record.runId])
  for (let at = 0; at < record.cases.length; at += casesAtOnce)
    await storeCases(driver, record.runId, record.cases.slice(at, at + casesAtOnce))
  return true
}

/** As it will be read back, or its digest would call it damaged: databases keep no order, and not every character. */
function settle(record: RunRecord): RunRecord {
  const { target, release, version, digest, cases } = record
  return {
    ...record,
    target: makeStorable(target),
    release: release === null ? null : makeStorable(release),
    version: version === null ? null : makeStorable(version),
    digest: digest === null ? null : makeStorable(digest),
    cases: cases.toSorted(byText(({ id }) => id)),
  }
}

function makeStorable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}

/** Databases have limits for the parameters of one statement. */
const casesAtOnce = 500

async function storeCases(driver: Driver, runId: string, cases: RunRecord['cases']): Promise<void> {
  const places = cases.map((_, at) => `($1, $${3 * at + 2}, $${3 * at + 3}, $${3 * at + 4})`)
  await driver.query(`INSERT INTO airlock_cases (run_id, case_id, outcome, ms) VALUES ${places.join(', ')}`, [
    runId,
    ...cases.flatMap(({ id, outcome, ms }) => [id, outcome, ms]),
  ])
}

function toValues(record: RunRecord): Value[] {
  const values: Record<(typeof columns)[number], Value> = {
    run_id: record.runId,
    started_at: record.startedAt,
    decided_at: record.decidedAt,
    target: record.target,
    release_id: record.release,
    kind: record.kind,
    whole: Number(record.whole),
    verdict: record.verdict,
    version: record.version,
    digest: record.digest,
    findings: JSON.stringify(record.findings),
    counts: JSON.stringify(record.counts),
    policy: record.policy,
    inventory: record.inventory,
    contract: record.contract,
    excused: record.excused === undefined ? null : JSON.stringify(record.excused),
    sha256: digestRecord(record),
  }
  return columns.map((column) => values[column])
}

export async function loadRun(driver: Driver, runId: string): Promise<RunRecord> {
  const [row] = await driver.query(`SELECT ${columns.join(', ')} FROM airlock_runs WHERE run_id = $1`, [
    runId,
  ])
  const cases = await driver.query('SELECT case_id, outcome, ms FROM airlock_cases WHERE run_id = $1', [
    runId,
  ])
  const record = row && readRecord(row, cases)
  if (!record || digestRecord(record) !== row['sha256'])
    throw new HistoryError(`run ${runId} is damaged: it is not what was written`)
  return record
}

/** Null where it is no record at all. */
function readRecord(row: Row, cases: readonly Row[]): RunRecord | null {
  const { run_id: runId, started_at: startedAt, decided_at: decidedAt, release_id: release, ...rest } = row
  const { sha256: _, excused, ...kept } = rest
  const read = runRecordSchema.safeParse({
    ...kept,
    runId,
    startedAt,
    decidedAt,
    release,
    whole: row['whole'] === 1,
    findings: parse(row['findings']),
    counts: parse(row['counts']),
    ...(excused !== null && { excused: parse(excused) }),
    cases: cases
      .map(({ case_id: id, outcome, ms }) => ({ id, outcome, ms }))
      // Databases sort text in ways of their own.
      .toSorted(byText(({ id }) => String(id))),
  })
  return read.data ?? null
}

/** The text that was kept under this digest. */
export async function loadDocument(driver: Driver, sha256: string): Promise<string> {
  const [row] = await driver.query('SELECT body FROM airlock_documents WHERE sha256 = $1', [sha256])
  const body = row?.['body']
  if (typeof body !== 'string' || hash('sha256', body) !== sha256)
    throw new HistoryError(`document ${sha256} is damaged: it is not what was written`)
  return body
}

function parse(text: Value | undefined): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    // It does not fit the schema then.
    return null
  }
}
