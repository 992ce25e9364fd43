// The words for waivers that have no effect: a finding that no rule gives.
import { count, list, some, type Words } from './render-text-facts.ts'

const states = [
  ['expired', 'over'],
  ['notYet', 'not begun'],
  ['unmatched', 'needed by nothing'],
  ['notEnough', 'covers only a part'],
  ['neverWaivable', 'cannot be waived'],
] as const

export const waiverWords: Words = {
  expected: () => 'each waiver needed and in time',
  found: (a) =>
    some([
      ...states.flatMap(([key, word]) => list(a, key).map((rule) => `${word}: ${rule}`)),
      count(a, 'waivers', 'waiver'),
    ]),
}
