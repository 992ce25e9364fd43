// What authors of changes write: a small part of Markdown, read into pieces, so that it can be shown anywhere and no
// tag of theirs is ever one of ours.

export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

export type Block =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'code'; readonly text: string }

/** Paragraphs, lists and fenced code; whatever else it may be stays text. */
export function parseProse(markdown: string): Block[] {
  const pieces = markdown.replaceAll('\r\n', '\n').split(/^(```[^\n]*\n[\s\S]*?\n```)[ \t]*$/m)
  return pieces.flatMap((piece, index) =>
    index % 2 === 1 ? [readFence(piece)] : piece.split(/\n[ \t]*\n/).flatMap(readBlock),
  )
}

function readFence(piece: string): Block {
  return { kind: 'code', text: piece.split('\n').slice(1, -1).join('\n') }
}

function readBlock(text: string): Block[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return []
  const first = lines.findIndex((line) => /^\s*[-*+] /.test(line))
  if (first === -1) return readParagraphs(lines)
  const items = lines.slice(first).reduce<string[][]>((all, line) => {
    if (/^\s*[-*+] /.test(line)) return [...all, [line.replace(/^\s*[-*+] /, '')]]
    return [...all.slice(0, -1), [...(all.at(-1) ?? []), line]]
  }, [])
  const list: Block = { kind: 'list', items: items.map((item) => parseSpans(joinLines(item))) }
  return first === 0 ? [list] : [...readBlock(lines.slice(0, first).join('\n')), list]
}

/** What is numbered keeps its numbers, each on a line of its own: steps that are to be taken one after the other. */
function readParagraphs(lines: readonly string[]): Block[] {
  const numbered = lines.flatMap((line, at) => (/^\s*\d{1,3}[.)] /.test(line) ? [at] : []))
  // A line of a sentence may begin with a number; a list begins with the first of its steps.
  const from = numbered.find((at) => at === 0 || /^\s*1[.)] /.test(lines[at] ?? '')) ?? lines.length
  const starts = [...new Set([0, ...numbered.filter((at) => at >= from)])]
  return starts.map((at, index) => ({
    kind: 'paragraph',
    spans: parseSpans(joinLines(lines.slice(at, starts[index + 1]))),
  }))
}

function joinLines(lines: readonly string[]): string {
  return lines.map((line) => line.trim().replace(/^#{1,6} /, '')).join(' ')
}

const inline = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(((?:https?:\/\/|mailto:)[^\s)]+)\)/g

/** Code, strong words and links to the web or a mailbox. */
export function parseSpans(text: string): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const match of text.matchAll(inline)) {
    if (match.index > from) spans.push({ kind: 'text', text: text.slice(from, match.index) })
    spans.push(readSpan(match))
    from = match.index + match[0].length
  }
  if (from < text.length) spans.push({ kind: 'text', text: text.slice(from) })
  return spans
}

function readSpan([, code, strong, label = '', href = '']: RegExpMatchArray): Span {
  if (code !== undefined) return { kind: 'code', text: code }
  if (strong !== undefined) return { kind: 'strong', text: strong }
  return { kind: 'link', text: label, href }
}
