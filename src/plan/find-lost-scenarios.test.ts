// What is taken for prose never runs.
import { expect, test } from 'vitest'
import { renderProblem } from '../release/problem.ts'
import { findLostScenarios, findLostSteps } from './find-lost-scenarios.ts'
import { parseFeature, type Feature } from './parse-feature.ts'
import { makePhraseBook } from './phrases/phrase-book.ts'

function parse(text: string): Feature {
  const feature = parseFeature({ uri: 'features/a.feature', text })
  if (!feature.ok) throw new Error('The feature of this test does not parse')
  return feature.value
}

function find(text: string): string[] {
  return findLostScenarios(parse(text)).map(renderProblem)
}

const scenario = '\n  Scenario: b\n    Given it\n'

test('a misspelt keyword above the first scenario is told with its place', () => {
  expect(find(`Feature: F\n\n  Scenaro: a\n    Given it\n${scenario}`)).toEqual([
    'features/a.feature:3:3: expected valid Gherkin, received "Scenaro: a", which is a description. Write "Scenario:".',
  ])
})

test.each([
  `Feature: F\n  scenario: a\n    Given it${scenario}`,
  `Feature: F\n  Background :\n    Given it${scenario}`,
  `Feature: F\n  Scenario A card is refused\n    * it${scenario}`,
  `Feature: F\n  Rule: R\n    Exampel: a\n    Given it${scenario}`,
  '# language: de\nFunktionalität: F\n  Szenaro: a\n    Angenommen es\n',
])('so it is in a rule, in another language and with other mistakes: %j', (text) => {
  expect(find(text)).toHaveLength(1)
})

test.each([
  `Feature: F\n  Rules: nobody knows them.\n  Scenarios are many.${scenario}`,
  `Feature: F\n  Given the time, all is well.${scenario}`,
  `Feature: F\n  Scenario Anna would like\n  is told here.${scenario}`,
])('prose is left alone: %j', (text) => {
  expect(find(text)).toEqual([])
})

const step = { flags: null, keyword: 'Given', uri: 'steps/a.ts', line: 1 } as const
const book = makePhraseBook({
  steps: [{ ...step, pattern: 'Anna is blocked' }],
  parameters: [],
  unusable: [],
})

test('a first step whose keyword is misspelt is told with its place, where the rest is a phrase', () => {
  const text = `Feature: F\n  Scenario: a\n    Givn Anna is blocked\n    Then it is so\n${scenario}`
  expect(findLostSteps(parse(text), book).map(renderProblem)).toEqual([
    'features/a.feature:3:5: expected valid Gherkin, received "Givn Anna is blocked", which is a description. Write "Given".',
  ])
  const prose = text.replace('Givn Anna is blocked', 'Givn that Anna is blocked, she waits.')
  expect(findLostSteps(parse(prose), book)).toEqual([])
})
