// `npm run calendars [REGION…]`: writes the holidays of each region down. Days that people added by hand stand in a file
// of their own, which is left as it is.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { Document, isPair, isScalar, visit } from 'yaml'
import { readPolicy } from '../src/gate/policy/parse-policy.ts'
import { exitCodes } from '../src/io/environment.ts'
import { readNamedText, requireValue } from '../src/io/read-text.ts'
import type { Calendar } from '../src/release/calendar/calendar.ts'
import { parseCalendar } from '../src/release/calendar/parse-calendar.ts'
import { parseYaml } from '../src/release/parse-document.ts'
import { ConfigurationError } from '../src/release/problem.ts'
import { tenantsFileSchema } from '../src/release/tenant.ts'
import { makeCalendar } from './make-calendar.ts'

const root = join(import.meta.dirname, '..')
const folder = 'policy/calendars'
/** Shipped besides those that the policy and the tenants name. */
const shipped = ['AE', 'AU-NSW', 'DE-BY', 'GB-ENG', 'US']

/** As the file stands in the project: formatted as everything else is. */
export async function renderCalendar(calendar: Calendar): Promise<string> {
  const head = [
    '# yaml-language-server: $schema=../../docs/schemas/calendar.schema.json',
    `# Written by \`npm run calendars\`. Days that are off or on this once stand in ${calendar.region}.extra.yaml, never here.`,
  ]
  const document = new Document(calendar)
  // A day is a line.
  visit(document, {
    Collection: (_, node) => {
      node.flow = node.items.every((item) => isScalar(isPair(item) ? item.value : item))
    },
  })
  const body = document.toString({ lineWidth: 0 })
  const path = join(root, folder, `${calendar.region}.yaml`)
  return format(`${head.join('\n')}\n${body}`, { ...(await resolveConfig(path)), parser: 'yaml' })
}

/** Years that are over stay as they were written: what was judged by them must not change. */
export function keepPast(calendar: Calendar, written: Calendar | null, thisYear: number): Calendar {
  const past = Object.entries(written?.years ?? {}).filter(([year]) => Number(year) < thisYear)
  return { ...calendar, years: { ...calendar.years, ...Object.fromEntries(past) } }
}

function listRegions(): string[] {
  const read = (file: string) => ({ file, text: readNamedText(root, file) })
  const { calendar } = requireValue(readPolicy(read('policy/policy.yaml')))
  const { tenants } = requireValue(parseYaml(read('policy/tenants.yaml'), tenantsFileSchema))
  return [...shipped, ...(calendar === undefined ? [] : [calendar]), ...tenants.map((one) => one.calendar)]
}

async function writeCalendars(regions: readonly string[], thisYear: number): Promise<void> {
  mkdirSync(join(root, folder), { recursive: true })
  for (const region of new Set(regions)) {
    const file = `${folder}/${region}.yaml`
    const path = join(root, file)
    const text = existsSync(path) ? readFileSync(path, 'utf8') : null
    const written = text === null ? null : requireValue(parseCalendar({ file, text }))
    // One that people wrote is theirs.
    if (written && written.source === undefined) continue
    const made = makeCalendar(region, { first: thisYear - 1, last: thisYear + 4 })
    writeFileSync(path, await renderCalendar(keepPast(made, written, thisYear)))
  }
}

/** Leaves as the commands do: 3 for what a person has to mend. */
async function runCalendars(named: readonly string[]): Promise<void> {
  try {
    await writeCalendars(named.length > 0 ? named : listRegions(), Temporal.Now.plainDateISO().year)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = exitCodes.usage
  }
}

if (import.meta.main) await runCalendars(process.argv.slice(2))
