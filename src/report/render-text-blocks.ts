// Entries that belong together, and as many of them as a reader will look at: of each kind some, rather than all of
// the first kind and none of the others.

export type Block = {
  /** Lines before the entries, such as a heading. */
  readonly head: readonly string[]
  readonly size: number
  /** Lines of one entry. Called for those that are shown only, since there may be a hundred thousand. */
  readonly entry: (index: number) => readonly string[]
  /** Lines after the entries, such as a cause that all of them share. */
  readonly foot: readonly string[]
}

/** Of one kind. */
export const mostOfABlock = 12

/** The blocks in about so many lines; what is left out is counted. */
export function fitBlocks(blocks: readonly Block[], most: number): string[] {
  for (let cap = mostOfABlock; cap > 0 && blocks.length < most; cap--) {
    const lines = blocks.flatMap((block) => renderBlock(block, { cap, others: 0 }))
    if (lines.length <= most) return lines
  }
  return cutSections(makeSections(blocks), most)
}

/** A block with a head and those without one that follow it. */
type Section = { readonly first: Block; readonly others: number }

function makeSections(blocks: readonly Block[]): Section[] {
  const sections: Section[] = []
  for (const block of blocks) {
    const last = sections.at(-1)
    if (last && block.head.length === 0)
      sections[sections.length - 1] = { ...last, others: last.others + block.size }
    else sections.push({ first: block, others: 0 })
  }
  return sections
}

/** One entry of each section, of as many as fit; at least one. */
function cutSections(sections: readonly Section[], most: number): string[] {
  const lines: string[] = []
  for (const [index, { first, others }] of sections.entries()) {
    const next = renderBlock(first, { cap: 1, others })
    const forMore = index === sections.length - 1 ? 0 : 1
    if (index > 0 && lines.length + next.length + forMore > most)
      return [...lines, renderMore(sections.slice(index).reduce((sum, left) => sum + sizeOf(left), 0))]
    lines.push(...next)
  }
  return lines
}

function sizeOf({ first, others }: Section): number {
  return first.size + others
}

type Limits = { readonly cap: number; readonly others: number }

function renderBlock({ head, size, entry, foot }: Block, { cap, others }: Limits): string[] {
  // A line that says "one more" would take the place of that one.
  const shown = size > cap + 1 ? cap : size
  const entries = Array.from({ length: shown }, (_, index) => entry(index))
  return [
    ...head,
    ...entries.flat(),
    ...(shown < size ? [renderMore(size - shown)] : []),
    ...foot,
    ...(others > 0 ? [renderMore(others)] : []),
  ]
}

function renderMore(left: number): string {
  return `   … and ${left} more`
}
