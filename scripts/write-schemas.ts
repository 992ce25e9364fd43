// `npm run schemas`: publishes every file format as JSON Schema, for editors and for whoever builds on these files.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { evidenceSchema } from '../src/evidence/evidence.ts'
import { verificationSchema } from '../src/gate/attestation/check.ts'
import { makeEditorSchema } from '../src/gate/policy/policy-schema.ts'
import { verdictSchema } from '../src/gate/verdict.ts'
import { pastFileSchema } from '../src/history/past.ts'
import { historyLineSchema } from '../src/history/run-record.ts'
import { noticesFileSchema } from '../src/notice/notices-file.ts'
import { planSchema } from '../src/plan/plan.ts'
import { calendarSchema, extraDaysSchema } from '../src/release/calendar/calendar.ts'
import { exampleSchema } from '../src/release/example.ts'
import { freezesFileSchema } from '../src/release/freezes.ts'
import { tagsFileSchema } from '../src/release/free-tags.ts'
import { quarantineSchema } from '../src/release/quarantine.ts'
import { releaseSchema } from '../src/release/release.ts'
import { targetSchema } from '../src/release/target.ts'
import { tenantsFileSchema } from '../src/release/tenant.ts'
import { waiverSchema } from '../src/release/waivers.ts'
import { wordsOf } from '../src/report/rule-words.ts'
import { coverageSchema } from '../src/run/coverage.ts'
import { sealSchema } from '../src/run/seal.ts'

const schemas = {
  plan: planSchema,
  run: sealSchema,
  coverage: coverageSchema,
  evidence: evidenceSchema,
  verdict: verdictSchema,
  history: historyLineSchema,
  past: pastFileSchema,
  verification: verificationSchema,
  release: releaseSchema,
  example: exampleSchema,
  target: targetSchema,
  tenants: tenantsFileSchema,
  tags: tagsFileSchema,
  policy: makeEditorSchema((rule) => wordsOf(rule).title),
  waivers: z.array(waiverSchema),
  quarantine: quarantineSchema,
  calendar: calendarSchema,
  'calendar-extra': extraDaysSchema,
  freezes: freezesFileSchema,
  notices: noticesFileSchema,
}

/** File name → its text. Written files are described as people may write them, others as they are. */
export function renderSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const document = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
      return [`${name}.schema.json`, `${JSON.stringify(document, null, 2)}\n`]
    }),
  )
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, '..', 'docs', 'schemas')
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(renderSchemas())) writeFileSync(join(folder, name), text)
}
