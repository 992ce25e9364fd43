// What is taken for prose never runs.
import { expect, test } from 'vitest'
import { renderProblem } from '../release/problem.ts'
import { findLostScenarios } from './find-lost-scenarios.ts'
import { parseFeature } from './parse-feature.ts'

function find(text: string): string[] {
  const feature = parseFeature({ uri: 'features/a.feature', text })
  if (!feature.ok) throw new Error('The feature of this test does not parse')
  return findLostScenarios(feature.value).map(renderProblem)
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
