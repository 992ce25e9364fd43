// A letter as Markdown. What people wrote is escaped piece by piece, so that none of it turns into markup.
import type { Letter, LetterItem } from './letter.ts'
import { code, escapeMarkdown, fence } from './markdown.ts'
import type { Block, Span } from './prose.ts'

/** Ends with a line break. */
export function renderLetterMarkdown(letter: Letter): string {
  const facts = letter.facts.map(({ name, value, detail }) => {
    const more = detail === undefined ? '' : ` (${escapeMarkdown(detail)})`
    return `- **${escapeMarkdown(name)}:** ${escapeMarkdown(value)}${more}`
  })
  const parts = [
    `# ${escapeMarkdown(letter.title)}`,
    ...letter.lead.map(escapeMarkdown),
    facts.join('\n'),
    ...letter.sections.flatMap(({ title, items }) => [
      `## ${escapeMarkdown(title)}`,
      ...items.map(renderItem),
    ]),
    '---',
    escapeMarkdown(letter.footer),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function renderItem({ title, mark, blocks }: LetterItem): string {
  const said = mark === null ? [] : [`**${escapeMarkdown(mark)}**`]
  return [`### ${escapeMarkdown(title)}`, ...said, ...blocks.map(renderBlock)].join('\n\n')
}

function renderBlock(block: Block): string {
  if (block.kind === 'code') return fence(block.text)
  if (block.kind === 'paragraph') return guard(renderSpans(block.spans))
  return block.items.map((item) => `- ${guard(renderSpans(item))}`).join('\n')
}

/** A paragraph that begins like a heading, a list or a rule is none. */
function guard(text: string): string {
  return text.replace(/^(\d+)([.)])(?= )/, '$1\\$2').replace(/^(?=[-+#=])/, '\\')
}

function renderSpans(spans: readonly Span[]): string {
  return spans.map(renderSpan).join('')
}

function renderSpan(span: Span): string {
  if (span.kind === 'code') return code(span.text)
  if (span.kind === 'strong') return `**${escapeMarkdown(span.text)}**`
  if (span.kind === 'text') return escapeMarkdown(span.text)
  return `[${escapeMarkdown(span.text)}](<${span.href.replaceAll(/[<>\\]/g, encodeURIComponent)}>)`
}
