// Pull request comments are Markdown that anybody's test names end up in. Here they become text that neither formats
// the comment, nor breaks a table, nor calls people by their @name. Code hosts look for @names and #numbers after the
// Markdown is rendered, so escaping does not stop them; an empty comment between sign and name does.
import { visibleLine, visibleText, withoutCommands } from './visible-text.ts'

/** Text on one line, safe after other text: in a paragraph, a list item or a table cell. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]|~$]/g, '\\$&')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD')
    .replaceAll(/[@#!](?=\w)/g, '$&<!-- -->')
}

/** Our own sentences may hold `commands`; everything else in them is text. */
export function renderSentence(sentence: string): string {
  return sentence
    .split('`')
    .map((part, index) => (index % 2 === 1 ? code(part) : escapeMarkdown(part)))
    .join('')
}

/** Text as a block of its own; the fence is longer than any run of backticks within. */
export function fence(text: string, indent = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const marks = '`'.repeat(longest + 1)
  return [`${marks}text`, ...withoutCommands(visibleText(text)).split('\n'), marks]
    .map((line) => `${indent}${line}`)
    .join('\n')
}

/** A code span that its own text cannot end. */
export function code(text: string): string {
  const marks = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1)
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${marks}${pad}${visibleLine(text).replaceAll(/\s+/g, ' ')}${pad}${marks}`
}

/** A table with its header row. A pipe ends a cell wherever it stands, in code as well. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => '---'), ...rows]
  const close = (cell: string): string => cell.replaceAll(/(?<!\\)\|/g, String.raw`\|`)
  return lines.map((cells) => `| ${cells.map(close).join(' | ')} |`).join('\n')
}
