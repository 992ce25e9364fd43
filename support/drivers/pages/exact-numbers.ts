// Numbers on a page stand beside others, and one is easily found within another: 50 in 350, in 12:50 and in -50.

/** A number, or words that begin with one, as a pattern that no longer number and no time fits; other words as they are. */
export function exactNumbers(text: string): string | RegExp {
  const [number] = /^\d[\d.,]*(?=\s|$)/.exec(text) ?? []
  if (number === undefined) return text
  const escaped = text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(
    `${String.raw`(?<![\d.,:\-−])`}${escaped}${number === text ? String.raw`(?![.,:]?\d)` : ''}`,
  )
}
