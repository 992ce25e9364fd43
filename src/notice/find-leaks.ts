// What one client reads never names another. The words of changes are people's own, so they are searched before anything
// is made of them.
import type { Change } from '../release/changes.ts'
import type { Problem } from '../release/problem.ts'
import type { Promised, PromisedTenant } from '../release/promised.ts'
import type { Release } from '../release/release.ts'
import { selectChanges } from './note.ts'
import { parseProse, parseSpans, type Block, type Span } from './prose.ts'

/** Other tenants that a text names, by name in whatever letters or by id as a word. */
export function findNamed(
  text: string,
  tenant: PromisedTenant,
  all: readonly PromisedTenant[],
): PromisedTenant[] {
  const whole = fold(text)
  const own = fold(tenant.name)
  // A name within the reader's own is not another's there; one that the reader's own is a part of is.
  const rest = whole.replaceAll(makePattern(own), ' ')
  const isNamed = (word: string): boolean => hasWord(own.includes(word) ? rest : whole, word)
  return all.filter(({ id, name }) => id !== tenant.id && [name, id].map(fold).some(isNamed))
}

/** What nobody sees parts no name. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
}

/** Most clients are named nowhere, which is known at once where a part of the name is missing. */
function hasWord(text: string, word: string): boolean {
  return word.split(/\s+/).every((part) => text.includes(part)) && makePattern(word).test(text)
}

/** The word as a whole, whatever blanks are in it; in writing without blanks it stands wherever its signs do. */
function makePattern(word: string): RegExp {
  const escaped = RegExp.escape(word).replaceAll(/\\x20|\s+/g, String.raw`\s+`)
  const signs = Array.from(word)
  const before = unspaced.test(signs[0] ?? '') ? '' : String.raw`(?<![\p{L}\p{N}])`
  const after = unspaced.test(signs.at(-1) ?? '') ? '' : String.raw`(?![\p{L}\p{N}])`
  return new RegExp(`${before}${escaped}${after}`, 'gu')
}

const unspaced =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]$/u

type Leak = { readonly file: string; readonly other: PromisedTenant }

type Readers = Pick<Promised, 'changes' | 'tenants'>

/** Everything that would tell one of the readers of another tenant. */
export function findLeaks(
  {
    changes,
    tenants,
    release,
    file: releaseFile,
  }: Readers & { readonly release: Release; readonly file: string },
  readers: readonly PromisedTenant[] = tenants,
): Problem[] {
  const { candidate, emergency } = release
  const said = [release.release, candidate.version, emergency?.reason ?? '']
  const facts = { file: releaseFile, text: said.join('\n') }
  const found = readers.flatMap((reader): Leak[] =>
    [facts, ...selectChanges(reader, { changes }).map(readWords)].flatMap(({ file, text }) =>
      findNamed(text, reader, tenants).map((other) => ({ file, other })),
    ),
  )
  const leaks = new Map(found.map((leak) => [`${leak.file} ${leak.other.id}`, leak]))
  return [...leaks.values()].map(({ file, other }) => ({
    file,
    path: '',
    expected: 'words that name no client whom other clients read of',
    received: `"${other.name}" or "${other.id}"`,
    remedy: 'Write it without the name, or give the change to that tenant alone by `audience`.',
  }))
}

/** As they are written, where addresses of links stand as well, and as they are read: marks may stand within a name. */
function readWords({ file, title, prose, actionRequired = '' }: Change): { file: string; text: string } {
  const blocks = [prose, actionRequired].flatMap(parseProse)
  const read = [readSpans(parseSpans(title)), ...blocks.map(readBlock)]
  return { file, text: [title, prose, actionRequired, ...read].join('\n') }
}

function readBlock(block: Block): string {
  if (block.kind === 'code') return block.text
  return block.kind === 'paragraph' ? readSpans(block.spans) : block.items.map(readSpans).join('\n')
}

function readSpans(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('')
}
