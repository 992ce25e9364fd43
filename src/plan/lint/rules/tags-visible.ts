// What is written as a tag but can be seen by nobody: the second of two where one counts, and tags in comments.
import type { Comment, Tag } from '@cucumber/messages'
import { singleTags, splitTag } from '../known-tags.ts'
import type { Found } from '../lint-finding.ts'
import type { LintRule } from '../lint-rule.ts'
import { listNodes } from '../list-nodes.ts'

export const tagsVisible: LintRule = {
  id: 'tags-visible',
  find: ({ document }) => [
    ...listNodes(document).flatMap(({ tags }) => findHidden(tags)),
    ...document.comments.flatMap(findCommented),
  ],
}

/** Of several at one place the last is shown. */
function findHidden(tags: readonly Tag[]): Found[] {
  return tags.flatMap(({ name, location }, index) => {
    const own = splitTag(name).name
    const later = tags.slice(index + 1).find((tag) => splitTag(tag.name).name === own)
    if (!later || (!singleTags.includes(own) && later.name !== name)) return []
    const message = `The report shows ${later.name} and not this ${name}. Keep one of them.`
    return { ...location, message: later.name === name ? `${name} stands here twice.` : message }
  })
}

function findCommented({ text, location }: Comment): Found[] {
  const tags = text.trim().replace(/^#\s*/, '')
  if (!/^@[\w-]+(:\S+)?(\s+@[\w-]+(:\S+)?)*$/.test(tags)) return []
  return [{ ...location, message: `${tags} is a comment here. Take the # away, or the line.` }]
}
