// release.yaml → a release whose times are times: what only the policy's zone can tell is checked here too, so that a
// mistake is pointed at where it stands.
import { z } from 'zod'
import { findUnfinished } from './draft-mark.ts'
import { parseYaml } from './parse-document.ts'
import { joinProblems, type Parsed } from './problem.ts'
import { addEmergencyIssues, releaseSchema, type Release } from './release.ts'
import { resolveWindow, type ReleaseWindow } from './resolve-window.ts'
import { resolveTime, timeSchema } from './wall-time.ts'

type Source = { readonly file: string; readonly text: string }

const time = timeSchema.catch('')
/** What one key says of another, where it is written as such: that is looked at whatever is wrong beside it. */
const looseSchema = z.looseObject({
  kind: releaseSchema.shape.kind.optional().catch(undefined),
  emergency: z.unknown().optional(),
  window: z.looseObject({ start: time, end: time }).optional().catch(undefined),
  expectedDowntimeMinutes: releaseSchema.shape.expectedDowntimeMinutes.catch(undefined),
  approvals: z.array(z.looseObject({ at: time })).catch([]),
})

/** A checked release, or everything that is wrong with the file. `zone` is the policy's, and known. */
export function parseRelease(source: Source, zone: string): Parsed<Release> {
  const parsed = parseYaml(source, releaseSchema)
  const schema = looseSchema.superRefine((read, context) => {
    addEmergencyIssues(read, context)
    addTimeIssues(read, { zone, context })
  })
  const loose = parseYaml(source, schema)
  const problems = [...joinProblems([parsed, loose]), ...findUnfinished(source)]
  return parsed.ok && problems.length === 0 ? parsed : { ok: false, problems }
}

type Place = { readonly zone: string; readonly context: z.core.$RefinementCtx }

type Loose = z.output<typeof looseSchema>

function addTimeIssues(release: Loose, { zone, context }: Place): void {
  const add = (path: readonly PropertyKey[], message: string, input: unknown): void => {
    context.issues.push({ code: 'custom', message, input, path: [...path] })
  }
  for (const [index, { at }] of release.approvals.entries()) {
    const resolved = resolveTime(at, zone)
    if (resolved.instant === null && isWritten(at)) add(['approvals', index, 'at'], resolved.expected, at)
  }
  const resolved = resolveWindow(release, zone)
  const wrong = resolved.ok ? [] : resolved.problems.filter(({ received }) => isWritten(received))
  for (const { path, expected, received } of wrong) add(path, expected, received)
  const minutes = resolved.ok && resolved.value ? minutesOf(resolved.value) : null
  const downtime = release.expectedDowntimeMinutes
  if (minutes !== null && downtime !== undefined && downtime > minutes)
    add(['expectedDowntimeMinutes'], `no more than the window has, ${minutes} minutes`, downtime)
}

function minutesOf({ start, end }: ReleaseWindow): number {
  return start.until(end).total('minutes')
}

/** What is not even written as a time has been told of already. */
function isWritten(time: string): boolean {
  return timeSchema.safeParse(time).success
}
