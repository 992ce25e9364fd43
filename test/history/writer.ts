// A process that writes to a history, for tests of several of them, and of one that is killed.
// `writer.ts runs <first> <count>` records that many runs; `writer.ts half <day>` stops in the middle of one.
import { openHistory } from '../../src/history/open-history.ts'
import { createSqlite } from '../../src/history/open-sqlite.ts'
import { openPostgres } from '../../src/history/open-postgres.ts'
import { storeDocument, storeRun } from '../../src/history/store-run.ts'
import { manyCases, sampleRecording } from './sample-recordings.ts'

const [what = '', first = '0', count = '1'] = process.argv.slice(2)
const place = process.env['AIRLOCK_HISTORY'] ?? ''

async function recordRuns(): Promise<void> {
  for (let day = Number(first); day < Number(first) + Number(count); day += 1) {
    const history = openHistory({ cwd: process.cwd(), env: process.env })
    await history.record(sampleRecording(day))
    await history.close()
    process.stdout.write(`${day}\n`)
  }
}

/** Everything is written and nothing committed when it says so; then it waits to be killed. */
async function recordHalf(): Promise<void> {
  const isPostgres = place.startsWith('postgres://')
  const driver = await (isPostgres ? openPostgres(place) : createSqlite(place))
  const { record, documents } = sampleRecording(Number(first), { cases: manyCases(15_000) })
  await driver.write(async () => {
    for (const document of documents) await storeDocument(driver, document)
    await storeRun(driver, record)
    process.stdout.write('in the middle\n')
    await new Promise((resolve) => setTimeout(resolve, 60_000))
  })
}

await (what === 'half' ? recordHalf() : recordRuns())
