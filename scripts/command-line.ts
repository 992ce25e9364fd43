// What flags are written like, and how the help of a command ends.
import { InvalidArgumentError } from 'commander'

export function splitList(text: string): string[] {
  return text.split(',').map((part) => part.trim())
}

export function parseCount(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.')
  return Number(text)
}

/** Of what none would be no use. */
export function parseAmount(text: string): number {
  const count = parseCount(text)
  if (count === 0) throw new InvalidArgumentError('Expected 1 or more.')
  return count
}

/** An unset variable of a pipeline would otherwise name the project's own folder. */
export function parsePlace(text: string): string {
  if (text.trim() === '')
    throw new InvalidArgumentError('Expected a folder; leave the flag out for the usual one.')
  return text
}

/** The same of a flag that has no usual one. */
export function parseFolder(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Expected a folder.')
  return text
}

/** The same of a flag that takes several. */
export function parseFolders(text: string, before: readonly string[] = []): string[] {
  return [...before, parseFolder(text)]
}

/** What `--help` ends with. */
export function renderExample(line: string): string {
  return `\nExample:\n  npx ${line}\n`
}

/** The forms a verdict is printed in. */
export const verdictFormats = ['text', 'json', 'markdown', 'github', 'gitlab', 'junit', 'ctrf'] as const
export type VerdictFormat = (typeof verdictFormats)[number]
