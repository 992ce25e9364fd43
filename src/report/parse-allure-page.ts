// Allure 2 puts all its data into its single page, each file as base64 between quotes. History is taken out of it for
// the next report, and the places of cases for links.
import { z } from 'zod'

export type AllurePage = {
  /** Text of each history file, by name. */
  readonly history: Readonly<Record<string, string>>
  /** Allure's own id of a case's final attempt, by case id. */
  readonly cases: Readonly<Record<string, string>>
}

const embedded = /\bd\('((?:history|data\/test-cases)\/[\w.-]+\.json)',\s*'([A-Za-z0-9+/=]*)'\)/g

/** index.html of `allure generate --single-file`. */
export function parseAllurePage(page: string): AllurePage {
  const history: Record<string, string> = {}
  const cases: Record<string, string> = {}
  for (const [, path = '', base64 = ''] of page.matchAll(embedded)) {
    const text = Buffer.from(base64, 'base64').toString('utf8')
    if (path.startsWith('history/')) history[path.slice('history/'.length)] = text
    else Object.assign(cases, parseAllureCase(text))
  }
  return { history, cases }
}

const caseSchema = z.looseObject({
  uid: z.string(),
  hidden: z.boolean().optional(),
  labels: z.array(z.looseObject({ name: z.string(), value: z.string() })),
})

/** One file of data/test-cases → case id and Allure's id; nothing for retries and for results of other frameworks. */
export function parseAllureCase(text: string): Record<string, string> {
  const read = caseSchema.safeParse(parse(text))
  if (!read.success || read.data.hidden === true) return {}
  const label = read.data.labels.find(({ name }) => name === 'case')
  return label ? { [label.value]: read.data.uid } : {}
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A link is all that is lost, and a report whose data cannot be read shows that by itself.
    return null
  }
}
