// evidence.json, piece by piece: with a hundred thousand cases the whole text would not fit the memory the gate may
// use. One line for each case, so that a reader can search it and a diff shows what changed.
import type { Evidence } from './evidence.ts'

/** The document as pieces of text; together they are JSON. */
export function* renderEvidence(evidence: Evidence): Generator<string> {
  const lists: ReadonlySet<string> = new Set(['cases', 'problems', 'inputs'] satisfies (keyof Evidence)[])
  let lead = '{'
  for (const [key, value] of Object.entries(evidence)) {
    yield `${lead}\n${JSON.stringify(key)}: `
    if (lists.has(key) && Array.isArray(value)) yield* renderLines(value)
    else yield JSON.stringify(value)
    lead = ','
  }
  yield '\n}\n'
}

function* renderLines(list: readonly unknown[]): Generator<string> {
  let lead = '['
  for (const entry of list) {
    yield `${lead}\n ${JSON.stringify(entry)}`
    lead = ','
  }
  yield list.length === 0 ? '[]' : '\n]'
}
