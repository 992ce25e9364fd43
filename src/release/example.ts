// A release to show how one keeps its promise, on whatever day: what people would decide stands in a file, and what
// depends on the day and the candidate is filled in.
import { stringify } from 'yaml'
import { z } from 'zod'
import type { DraftWindow } from './draft-window.ts'
import { longest } from './longest.ts'
import type { Release } from './release.ts'
import { writtenText as text } from './written-text.ts'

/** <example>/example.yaml; changes/*.md lie beside it. */
export const exampleSchema = z.strictObject({
  services: z.array(text).min(1),
  expectedDowntimeMinutes: z.number().nonnegative().max(longest.minutes),
  author: text,
  /** Who approves it once the suite has run. */
  approvals: z.array(z.strictObject({ by: text, role: text })),
})

export type Example = z.output<typeof exampleSchema>

export type ExampleFacts = {
  readonly candidate: { readonly version: string; readonly digest: string | null }
  readonly window: DraftWindow
  /** When it is approved. */
  readonly now: Temporal.Instant
}

/** The text of a release.yaml; it is named for the day of its window. */
export function renderExample(example: Example, { candidate, window, now }: ExampleFacts): string {
  const { version, digest } = candidate
  const { approvals, ...written } = example
  const release: Partial<Release> = {
    release: `example-${window.start.slice(0, 10)}`,
    kind: 'scheduled',
    candidate: { version, ...(digest !== null && { digest }) },
    window,
    ...written,
    approvals: approvals.map((approval) => ({
      ...approval,
      at: now.toString({ smallestUnit: 'second' }),
      ...(digest !== null && { digest }),
    })),
  }
  return `# An example, written for this run: nobody has promised it to anybody.\n${stringify(release)}`
}
