// What one client reads never names another. The words of changes are people's own, so they are searched before anything
// is made of them.
import type { Change } from '../release/changes.ts'
import type { Problem } from '../release/problem.ts'
import type { Promised, PromisedTenant } from '../release/promised.ts'
import type { Release } from '../release/release.ts'
import { selectChanges } from './note.ts'

/** Other tenants that a text names, by name in whatever letters or by id as a word. */
export function findNamed(
  text: string,
  tenant: PromisedTenant,
  all: readonly PromisedTenant[],
): PromisedTenant[] {
  const rest = text.normalize('NFKC').toLowerCase().replaceAll(tenant.name.toLowerCase(), ' ')
  return all.filter(({ id, name }) => id !== tenant.id && (hasWord(rest, name) || hasWord(rest, id)))
}

function hasWord(text: string, word: string): boolean {
  const escaped = RegExp.escape(word.normalize('NFKC').toLowerCase()).replaceAll(
    /\\x20|\s+/g,
    String.raw`\s+`,
  )
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'u').test(text)
}

type Leak = { readonly file: string; readonly other: PromisedTenant }

/** Everything that would tell one of the readers of another tenant. */
export function findLeaks(
  { changes, tenants, release }: Pick<Promised, 'changes' | 'tenants'> & { readonly release: Release },
  readers: readonly PromisedTenant[] = tenants,
): Problem[] {
  const reason = { file: `releases/${release.release}/release.yaml`, text: release.emergency?.reason ?? '' }
  const found = readers.flatMap((reader): Leak[] =>
    [reason, ...selectChanges(reader, { changes }).map(readWords)].flatMap(({ file, text }) =>
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

function readWords({ file, title, prose, actionRequired = '' }: Change): { file: string; text: string } {
  return { file, text: [title, prose, actionRequired].join('\n') }
}
