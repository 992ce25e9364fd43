// A tag left over from work on one scenario makes others disappear, or looks as if it did.
import { focusTags, splitTag } from '../known-tags.ts'
import type { LintRule } from '../lint-rule.ts'
import { listNodes } from '../list-nodes.ts'

export const noFocus: LintRule = {
  id: 'no-focus',
  find: ({ document, uri }) =>
    listNodes(document)
      .flatMap(({ tags }) => tags)
      .filter(({ name }) => focusTags.includes(splitTag(name).name.toLowerCase()))
      .map(({ name, location }) => ({
        ...location,
        message: `Take ${name} away; one scenario is run with \`npx airlock run ${uri}:${location.line}\`.`,
      })),
}
