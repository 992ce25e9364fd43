// What was promised about the usual release, as the files that people and Airlock write: the gate reads them as it does
// in life. Documents stand in JSON, which is YAML.
import { writeFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ruleIds } from '../../src/gate/rules/rules.ts'
import type { Release } from '../../src/release/release.ts'
import { wordsOf } from '../../src/report/rule-words.ts'
import { sampleRelease } from './sample-evidence.ts'
import { sampleCalendars, sampleLedger, sampleTenants, type ChangeTold } from './sample-promise.ts'

const promiseGroups: ReadonlySet<string> = new Set([
  'The release keeps its promise',
  'The platform keeps running',
])

/** Files of a project, by path. */
export type Files = Readonly<Record<string, string>>

/** First lines of a policy of the usual platform. */
export const usualPolicy = 'zone: Europe/London\ncalendar: GB-ENG\n'

/** Lines of a policy below `rules`: what was promised about a release of before is not asked. */
export const promisesOff = ruleIds
  .filter((id) => promiseGroups.has(wordsOf(id).group))
  .map((id) => `  ${id}: { level: off }\n`)
  .join('')

/** What stands beside every policy. */
export const usualPolicyFiles: Files = {
  'policy/policy.yaml': usualPolicy,
  'policy/tenants.yaml': describeTenants(),
  ...Object.fromEntries(
    Object.values(sampleCalendars).map((calendar) => [
      `policy/calendars/${calendar.region}.yaml`,
      JSON.stringify(calendar),
    ]),
  ),
}

/** policy/tenants.yaml; `change` says what is different about one of them. */
export function describeTenants(change: (tenant: { id: string }) => object = () => ({})): string {
  const tenants = sampleTenants.map((tenant) => ({
    ...tenant,
    clientId: tenant.id,
    secret: '${NO_SECRET}',
    ...change(tenant),
  }))
  return JSON.stringify({ tenants })
}

/** The folder of a release with everything in it: the usual one, unless a test says what is different about it. */
export function makeReleaseFiles(change: Partial<Release> = {}, told?: ChangeTold): Files {
  const release = { ...sampleRelease, ...change }
  const folder = `releases/${release.release}`
  return {
    [`${folder}/release.yaml`]: JSON.stringify(release),
    [`${folder}/changes/01-balance.md`]:
      '---\nservices: [wallet]\ntype: fixed\n---\n# Balances show at once\n\nNothing has to be done.\n',
    [`${folder}/notices.jsonl`]: sampleLedger((entry) => {
      const own = { ...entry, release: release.release, version: release.candidate.version }
      return told ? told(own) : [own]
    }),
  }
}

/** The same release for a run that began then: approved a second after its end, and let in on a Monday to come. */
export function makeReleaseFilesFor(startMs: number, change: Partial<Release> = {}): Files {
  const at = Temporal.Instant.fromEpochMilliseconds(startMs + 61_000)
    .round('second')
    .toString()
  const start = findMonday(startMs)
  const window = { start: start.toString(), end: start.add({ hours: 1 }).toString() }
  const told = start.subtract({ hours: 14 * 24 }).toString()
  const approvals = sampleRelease.approvals.map((approval) => ({ ...approval, at }))
  return makeReleaseFiles({ approvals, window, ...change }, (entry) => [
    { ...entry, at: told, window: entry.window && window },
  ])
}

/** Three o'clock on the first Monday that is at least a day away. */
function findMonday(ms: number): Temporal.Instant {
  const from = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').add({ days: 2 })
  const monday = from.add({ days: (8 - from.dayOfWeek) % 7 })
  return monday.withPlainTime('03:00').toInstant()
}

export async function writeFiles(root: string, files: Files): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), text)
  }
}

/** The release that a usual run is for, and what was promised about it. */
export async function writeUsualRelease(root: string): Promise<void> {
  await writeFiles(root, { ...usualPolicyFiles, ...makeReleaseFiles() })
}
