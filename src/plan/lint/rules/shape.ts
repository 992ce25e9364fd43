// Features and scenarios that hold nothing, or too much to be read.
import { listScenarios } from '../../parse-feature.ts'
import type { LintRule } from '../lint-rule.ts'

export const featuresHaveScenarios: LintRule = {
  id: 'features-have-scenarios',
  find: ({ document }) => {
    if (!document.feature)
      return [{ line: 1, message: 'The file holds no feature. Write one, or take it away.' }]
    if (listScenarios(document).length > 0) return []
    return [
      { ...document.feature.location, message: 'The feature has no scenario. Write one, or take it away.' },
    ]
  },
}

export const scenariosHaveSteps: LintRule = {
  id: 'scenarios-have-steps',
  find: ({ document }) =>
    listScenarios(document)
      .filter(({ scenario }) => scenario.steps.length === 0)
      .map(({ scenario }) => ({
        ...scenario.location,
        message: 'The scenario has no steps. Write them, or take it away.',
      })),
}

const mostLines = 150
const mostScenarios = 15

export const featureShort: LintRule = {
  id: 'feature-short',
  find: ({ document, text }) => {
    const lines = text.trimEnd().split('\n').length
    const scenarios = listScenarios(document).length
    if (lines <= mostLines && scenarios <= mostScenarios) return []
    const size = lines > mostLines ? `${lines} lines` : `${scenarios} scenarios`
    const message = `${size} are more than anybody reads (${mostLines} lines, ${mostScenarios} scenarios). Give part of it a file of its own.`
    return [{ line: document.feature?.location.line ?? 1, message }]
  },
}
