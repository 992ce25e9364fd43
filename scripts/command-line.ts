// What flags are written like, and how the help of a command ends.
import { InvalidArgumentError } from 'commander'

export function splitList(text: string): string[] {
  return text.split(',').map((part) => part.trim())
}

export function parseCount(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.')
  return Number(text)
}

/** What `--help` ends with. */
export function renderExample(line: string): string {
  return `\nExample:\n  npx ${line}\n`
}

/** The forms a verdict is printed in. */
export const verdictFormats = ['text', 'json', 'markdown', 'github', 'gitlab', 'junit', 'ctrf'] as const
export type VerdictFormat = (typeof verdictFormats)[number]
