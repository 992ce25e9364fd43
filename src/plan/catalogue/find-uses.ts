// Where features say a phrase, and with which values.
import type { PickleStep } from '@cucumber/messages'
import type { Feature } from '../parse-feature.ts'
import { listSteps, type PlacedStep } from '../phrases/list-steps.ts'
import type { Phrase, PhraseBook } from '../phrases/phrase-book.ts'

export type Use = Pick<PlacedStep, 'uri' | 'line' | 'keyword' | 'type' | 'text'> & {
  /** The table or text below the step, line by line. */
  readonly argument: readonly string[]
}

/** Every use of every phrase. An ambiguous step is a use of none, as it does not run. */
export function findUses(features: readonly Feature[], book: PhraseBook): Map<Phrase, Use[]> {
  const steps = features.flatMap((feature) => feature.pickles.flatMap((entry) => listSteps(feature, entry)))
  const uses = new Map<Phrase, Use[]>()
  for (const placed of steps) {
    const [phrase, another] = book.match(placed.text)
    if (!phrase || another) continue
    const { uri, line, keyword, type, text, step } = placed
    const use = { uri, line, keyword, type, text, argument: renderArgument(step) }
    uses.set(phrase, [...(uses.get(phrase) ?? []), use])
  }
  return uses
}

function renderArgument({ argument }: PickleStep): string[] {
  if (argument?.docString) return ['"""', ...argument.docString.content.split('\n'), '"""']
  const rows = argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? []
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
}
