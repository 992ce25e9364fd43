// A scenario says one thing: what was so, the one thing that happens, what is so then.
import { listScenarios } from '../../parse-feature.ts'
import type { Found } from '../lint-finding.ts'
import type { LintRule } from '../lint-rule.ts'
import { listBackgrounds, typeSteps, type TypedStep } from '../list-nodes.ts'

function makeRule(id: LintRule['id'], judge: (steps: readonly TypedStep[]) => readonly Found[]): LintRule {
  return {
    id,
    find: ({ document }) =>
      listScenarios(document).flatMap(({ scenario }) => {
        const steps = typeSteps(scenario.steps)
        // Where a keyword says nothing of its kind, nothing can be held against it.
        return steps.some(({ type }) => type === 'unknown') ? [] : judge(steps)
      }),
  }
}

const manyWhens = makeRule('one-when', (steps) =>
  steps
    .filter(({ type, isOpening }) => type === 'When' && isOpening)
    .slice(1)
    .map(({ step }) => ({
      ...step.location,
      message: `A second ${step.keyword.trim()}. A scenario tries one thing: make two of it, or say the first as a Given.`,
    })),
)

export const oneWhen: LintRule = {
  id: 'one-when',
  find: (feature, context) => [
    ...manyWhens.find(feature, context),
    ...listBackgrounds(feature.document).flatMap(({ steps }) =>
      typeSteps(steps)
        .filter(({ type, isOpening }) => isOpening && (type === 'When' || type === 'Then'))
        .map(({ step }) => ({
          ...step.location,
          message: `A background only prepares. Say ${step.keyword.trim()} as a Given, or in the scenarios.`,
        })),
    ),
  ],
}

export const thenPresent: LintRule = {
  id: 'then-present',
  find: ({ document }) =>
    listScenarios(document).flatMap(({ scenario }) => {
      const steps = typeSteps(scenario.steps)
      if (steps.length === 0 || steps.some(({ type }) => type === 'Then' || type === 'unknown')) return []
      return {
        ...scenario.location,
        message: 'The scenario expects nothing. Say in a Then what must be so afterwards.',
      }
    }),
}

export const thenAfterWhen = makeRule('then-after-when', (steps) => {
  const when = steps.findIndex(({ type }) => type === 'When')
  return steps.slice(0, Math.max(0, when)).flatMap(({ step, type, isOpening }) =>
    type === 'Then' && isOpening
      ? {
          ...step.location,
          message: `${step.keyword.trim()} stands before anything has happened. Say it as a Given, or after the When.`,
        }
      : [],
  )
})

export const givenFirst = makeRule('given-first', (steps) => {
  const begun = steps.findIndex(({ type }) => type === 'When' || type === 'Then')
  return steps.slice(begun === -1 ? steps.length : begun).flatMap(({ step, type, isOpening }) =>
    type === 'Given' && isOpening
      ? {
          ...step.location,
          message: `${step.keyword.trim()} stands after something has happened. Say it before the When, or in a scenario of its own.`,
        }
      : [],
  )
})
