// Reports, the history and whoever reads a failure know a case by its feature and its name.
import type { LintRule } from '../lint-rule.ts'
import { listNodes } from '../list-nodes.ts'

export const namesPresent: LintRule = {
  id: 'names-present',
  find: ({ document }) =>
    listNodes(document)
      .filter(({ kind, name }) => (kind === 'feature' || kind === 'scenario') && name.trim() === '')
      .map(({ kind, location }) => ({
        ...location,
        message: `The ${kind} has no name. Say in it what the business is promised.`,
      })),
}
