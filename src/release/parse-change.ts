// releases/<id>/changes/*.md: what a person says about one change, facts before the words. Mistakes are pointed at by
// their line in that file.
import { changeSchema, type Change } from './changes.ts'
import { findUnfinished } from './draft-mark.ts'
import { parseYaml } from './parse-document.ts'
import type { Parsed, Problem } from './problem.ts'

type Source = { readonly file: string; readonly text: string }
type Split = { readonly front: string; readonly prose: string; readonly firstLine: number }

/** A checked change, or everything that is wrong with the file. */
export function parseChange(source: Source): Parsed<Change> {
  const text = readLines(source)
  const split = splitFront(text)
  if (!split) return { ok: false, problems: [noFront(source.file)] }
  const front = parseYaml(frontOf(source, split), changeSchema)
  const words = readWords(split.prose)
  const problems = [
    ...(front.ok ? [] : front.problems),
    ...(words ? [] : [noWords(source.file, split.firstLine)]),
    ...findUnfinished({ file: source.file, text }),
  ]
  if (!front.ok || !words || problems.length > 0) return { ok: false, problems }
  return { ok: true, value: { ...front.value, file: source.file, ...words } }
}

function readLines({ text }: Source): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
}

/** The facts as a document whose lines are numbered as in the file: an empty one stands for the first dashes. */
export function frontOf(
  source: Source,
  split: Pick<Split, 'front'> | null = splitFront(readLines(source)),
): Source {
  return { file: source.file, text: `\n${split?.front ?? ''}` }
}

function splitFront(text: string): Split | null {
  const [first = '', ...rest] = text.split('\n')
  const end = rest.findIndex(isDashes)
  if (!isDashes(first) || end < 0) return null
  const front = rest.slice(0, end).join('\n')
  if (front.trim() === '') return null
  return { front, prose: rest.slice(end + 1).join('\n'), firstLine: end + 3 }
}

function isDashes(line: string): boolean {
  return line.trimEnd() === '---'
}

/** The first line is the title, whether it is written as a heading or not. */
function readWords(prose: string): Pick<Change, 'title' | 'prose'> | null {
  const [first = '', ...rest] = prose.trim().split('\n')
  const title = first
    .replace(/^#+(\s+|$)/, '')
    .replace(/\s+#+$/, '')
    .trim()
  return title === '' ? null : { title, prose: rest.join('\n').trim() }
}

function noFront(file: string): Problem {
  return {
    file,
    path: '',
    line: 1,
    column: 1,
    expected: 'services and type between two lines of three dashes',
    received: 'none at the start of the file',
    remedy: 'Begin the file with `---`, and end that part with `---`.',
  }
}

function noWords(file: string, line: number): Problem {
  return {
    file,
    path: '',
    line,
    column: 1,
    expected: 'words for clients',
    received: 'nothing',
    remedy: 'Say what changes for them.',
  }
}
