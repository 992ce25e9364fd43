// A misspelt tag is obeyed by nobody: the scenario then runs for whom it should not, or not at all.
import { findNearWord } from '../../phrases/compare-words.ts'
import { focusTags, plainTags, splitTag, valueTags } from '../known-tags.ts'
import type { LintRule } from '../lint-rule.ts'
import { listNodes } from '../list-nodes.ts'

export const tagsKnown: LintRule = {
  id: 'tags-known',
  find: ({ document }, { freeTags }) =>
    listNodes(document)
      .flatMap(({ tags }) => tags)
      .flatMap(({ name, location }) => {
        const message = judgeTag(name, freeTags)
        return message === null ? [] : { ...location, message }
      }),
}

function judgeTag(tag: string, freeTags: readonly string[]): string | null {
  const { name, value } = splitTag(tag)
  const known =
    value === null ? [...Object.keys(plainTags), ...freeTags, ...focusTags] : Object.keys(valueTags)
  if (known.includes(name) && value !== '') return null
  if (tag.startsWith('@tenant:'))
    return `${tag} is what a run sets by itself. Write @tenants:${value ?? ''} to choose tenants.`
  if (!value && Object.hasOwn(valueTags, name)) return `${tag} needs a value, such as @${name}:… .`
  if (value !== null && Object.hasOwn(plainTags, name)) return `${tag} takes no value. Write @${name}.`
  return `Nothing knows the tag ${tag}. ${suggest(name, { known, value })}`
}

function suggest(name: string, { known, value }: { known: readonly string[]; value: string | null }): string {
  const near = findNearWord(name, known)
  if (near !== null) return `Did you mean @${near}${value === null ? '' : `:${value}`}?`
  return value === null
    ? 'List it in policy/tags.yaml if it is one of your own.'
    : `Before a colon there are: ${known.join(', ')}.`
}
