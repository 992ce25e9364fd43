// Meanings stand where the phrases are defined, as comments of the code: there they are changed together. They are read
// as text, since running the code would not give them.

/** The comment of the form slash-star-star that ends on the line before; empty where there is none. */
export function findMeaning(source: string, line: number): string {
  const above = source.split('\n').slice(0, line - 1)
  if (above.at(-1)?.trimEnd().endsWith('*/') !== true) return ''
  const start = above.findLastIndex((text) => text.trimStart().startsWith('/**'))
  const comment = start === -1 ? [] : above.slice(start)
  // Anything between would belong to something else.
  if (comment.slice(0, -1).some((text) => text.includes('*/'))) return ''
  return comment
    .map((text) => text.replace(/^\s*\/?\*+\/?/, '').replace(/\*+\/\s*$/, ''))
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join(' ')
}

/** What a file says of itself: the comment it begins with. */
export function findAbout(source: string): string {
  const lines = source.split('\n')
  const end = lines.findIndex((text) => !text.startsWith('//'))
  return lines
    .slice(0, end === -1 ? lines.length : end)
    .map((text) => text.replace(/^\/\/\s?/, '').trim())
    .join(' ')
}
