// The first sentence of the page says why a release is stopped: it has to be so whatever makes the rule fail.
import { expect, test } from 'vitest'
import { wordsOf } from './rule-words.ts'

test.each([
  ['results-present', 'too few tests ran', 'there are results, and fewer than demanded'],
  ['release-declared', 'the release is not declared as it should be', 'it is declared, and lacks an author'],
  [
    'operations-covered',
    'operations of the API were not tested in full',
    'each is called, and one never refuses',
  ],
  ['one-version', 'not every tenant was seen on the one version', 'all of them are on the version before'],
])('%s says "%s", also where %s', (rule, failed) => {
  expect(wordsOf(rule).failed).toBe(failed)
})
