// What tests and services wrote is shown to people, and is never trusted with what shows it: control characters drive
// terminals, and the log of a pipeline obeys lines that look like its commands.
import { stripVTControlCharacters } from 'node:util'

// Control characters, and those that turn the direction of writing round.
const unruly = /[\p{Cc}\p{Bidi_Control}]+/gu

/** One line of text that cannot do anything to whatever shows it. */
export function visibleLine(text: string): string {
  return stripVTControlCharacters(text).replaceAll(unruly, ' ')
}

/** The same, line by line. */
export function visibleText(text: string): string {
  return stripVTControlCharacters(text)
    .split(/\r?\n/)
    .map((line) => line.replaceAll(unruly, ' '))
    .join('\n')
}

// oxlint-disable-next-line no-control-regex -- colours may stand before it
const atLineStart = /^((?:[^\S\n]|\u001B\[[\d;]*m)*)::/gm

/** Text that a log may hold: GitHub obeys lines that begin with `::` and `##[` anywhere, Azure and TeamCity `##name[`. */
export function withoutCommands(text: string): string {
  return text.replaceAll(atLineStart, '$1∷').replaceAll(/##(?=(?:vso|teamcity)?\[)/g, '# ')
}
