// A letter as plain text, for mail readers that show no more.
import type { Letter, LetterItem } from './letter.ts'
import type { Block, Span } from './prose.ts'

/** Ends with a line break. */
export function renderLetterText(letter: Letter): string {
  const width = Math.max(0, ...letter.facts.map(({ name }) => name.length))
  const facts = letter.facts.map(({ name, value, detail }) => {
    const more = detail === undefined ? '' : ` (${detail})`
    return `${`${name}:`.padEnd(width + 2)}${value}${more}`
  })
  const parts = [
    underline(letter.title, '='),
    ...letter.lead,
    facts.join('\n'),
    ...letter.sections.flatMap(({ title, items }) => [underline(title, '-'), ...items.map(renderItem)]),
    `-- \n${letter.footer}`,
  ]
  return `${parts
    .filter((part) => part !== '')
    .map(clean)
    .join('\n\n')}\n`
}

function underline(text: string, sign: string): string {
  return `${text}\n${sign.repeat(Math.min(72, text.length))}`
}

/** An item of a section; its first line is its title. */
export function renderItem({ title, mark, blocks }: LetterItem): string {
  const head = mark === null ? `* ${title}` : `* ${title}\n  ${mark}`
  return [head, ...blocks.map((block) => indent(renderBlock(block)))].join('\n')
}

function renderBlock(block: Block): string {
  if (block.kind === 'code') return block.text
  if (block.kind === 'paragraph') return renderSpans(block.spans)
  return block.items.map((item) => `- ${renderSpans(item)}`).join('\n')
}

function renderSpans(spans: readonly Span[]): string {
  return spans.map((span) => (span.kind === 'link' ? `${span.text} <${span.href}>` : span.text)).join('')
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ')
}

/** Signs that a terminal or mail reader would obey rather than show. */
function clean(text: string): string {
  return text.replaceAll(/(?![\t\n])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
}
