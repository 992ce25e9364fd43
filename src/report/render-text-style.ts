// Colours and widths of the terminal, so that the text itself stays free of them. What a test wrote is never trusted
// with the terminal: its control characters are taken out first.
import { styleText } from 'node:util'
import { visibleLine } from '../notice/visible-text.ts'

export type Format = Parameters<typeof styleText>[0]
export type Style = {
  readonly width: number
  paint(format: Format, text: string): string
}

/** `width` counts characters a line may have. */
export function makeStyle({ color, width }: { color: boolean; width: number }): Style {
  return {
    width,
    paint: (format, text) =>
      color && text !== '' ? styleText(format, text, { validateStream: false }) : text,
  }
}

/** One line of text that cannot do anything to a terminal. */
export const plain = visibleLine

/** Cut to a width, with a sign that something is missing. */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1)).trimEnd()}…`
}

/** Words broken into lines of a width; longer words are cut where they end. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? cut(word, width) : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}
