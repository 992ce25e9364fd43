// A draft says in itself what a person still has to write. As long as such a mark stands in a file nothing reads it:
// the words of a program must not reach a client.
import type { Problem } from './problem.ts'

export const draftMark = 'TO FINISH:'

type Source = { readonly file: string; readonly text: string }

/** Every mark that still stands in a file, with its line and what is to be done there. */
export function findUnfinished({ file, text }: Source): Problem[] {
  return text.split('\n').flatMap((written, index) => {
    const at = written.indexOf(draftMark)
    if (at < 0) return []
    const remedy = `Write it and remove the mark.`
    const asked = written
      .slice(at + draftMark.length)
      .trim()
      .replace(/['"]\s*\}?$/, '')
    const place = { line: index + 1, column: at + 1 }
    return [{ file, path: '', ...place, expected: asked, received: `the mark ${draftMark}`, remedy }]
  })
}
