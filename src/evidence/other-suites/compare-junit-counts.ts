// The numbers in a suite's attributes against its tests: a report that counts a failure it does not show has lost it.
import type { EvidenceProblem } from '../evidence.ts'
import type { Flaws } from '../fields.ts'
import { makeProblem } from '../make-problem.ts'
import type { XmlElement } from './parse-xml.ts'

/** Writers count tests with failures or the failures themselves, which differ where a test has two. */
type Found = { readonly cases: number; readonly elements: number }
export type Tally = Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', Found>>

const nothing: Found = { cases: 0, elements: 0 }
export const noTally: Tally = { tests: nothing, failures: nothing, errors: nothing, skipped: nothing }

export function addTallies(a: Tally, b: Tally): Tally {
  const add = (kind: keyof Tally): Found => ({
    cases: a[kind].cases + b[kind].cases,
    elements: a[kind].elements + b[kind].elements,
  })
  return { tests: add('tests'), failures: add('failures'), errors: add('errors'), skipped: add('skipped') }
}

export type Compared = {
  readonly path: string
  /** What the suite is called. */
  readonly name: string
  /** Of the suite itself, and with those within: writers count in either way. */
  readonly own: Tally
  readonly all: Tally
  readonly flaws: Flaws
}

/** A disagreement for each number that fits neither count. */
export function compareJunitCounts({ attributes }: XmlElement, compared: Compared): EvidenceProblem[] {
  const { path, name, own, all, flaws } = compared
  return (['tests', 'failures', 'errors', 'skipped'] as const).flatMap((kind) => {
    const told = readCount(attributes, kind, flaws)
    const counts = [own, all].flatMap((tally) => [tally[kind].cases, tally[kind].elements])
    if (told === null || counts.includes(told)) return []
    const detail = { name, counted: kind, told, found: all[kind].cases }
    return [makeProblem('counts-disagree', path, detail)]
  })
}

/** Other names that writers have for it; what they name adds up. */
const names = {
  tests: ['tests'],
  failures: ['failures'],
  errors: ['errors'],
  skipped: ['skipped', 'skip', 'disabled', 'ignored'],
} satisfies Record<keyof Tally, readonly string[]>

function readCount(attributes: XmlElement['attributes'], kind: keyof Tally, flaws: Flaws): number | null {
  const written = names[kind].flatMap((name) => attributes[name] ?? []).filter((text) => text.trim() !== '')
  if (written.length === 0) return null
  const odd = written.find((text) => !/^\s*\d{1,9}\s*$/.test(text))
  if (odd === undefined) return written.reduce((sum, text) => sum + Number(text), 0)
  flaws.add(kind, odd)
  return null
}
