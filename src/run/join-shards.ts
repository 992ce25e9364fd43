// Shards that ran apart, on machines of a pipeline, are one run to the gate: one plan, one seal over all files, and
// what each part sealed of its own files still holds.
import { byText } from '../release/by-text.ts'
import type { CoverageFile } from './coverage.ts'
import { isShared, nameOfPart, type RunPart } from './run-part.ts'
import type { Seal } from './seal.ts'

type SealedFile = Seal['files'][number]

export type Placed = { readonly part: RunPart; readonly from: string; readonly to: string }

/**
 * Where each file goes: results and messages into the folders that all share, and what each shard has of its own below
 * `parts/`. So does a file that an earlier part has too.
 */
export function placeFiles(parts: readonly RunPart[]): Placed[] {
  const taken = new Set<string>()
  return parts.flatMap((part) =>
    listPaths(part).map((from) => {
      const isFirst = isShared(from) && !taken.has(from)
      if (isFirst) taken.add(from)
      return { part, from, to: isFirst ? from : `parts/${nameOfPart(part)}/${from}` }
    }),
  )
}

/** Those that were sealed and are gone too: they have to be missed. */
function listPaths({ files, seal }: RunPart): string[] {
  return [...new Set([...files, ...(seal?.files ?? []).map(({ path }) => path)])].toSorted()
}

/** What was used and violated in all parts; null where one of them does not say so. */
export function joinCoverage(parts: readonly RunPart[], runId: string): CoverageFile | null {
  const all = parts.flatMap(({ coverage }) => coverage ?? [])
  if (all.length < parts.length) return null
  return {
    schema: 'airlock.coverage/1',
    runId,
    uses: merge(
      all.flatMap(({ uses }) => uses),
      (a, b) => ({ ...a, count: a.count + b.count, tenants: unite(a.tenants, b.tenants) }),
    ),
    violations: merge(
      all.flatMap(({ violations }) => violations),
      (a, b) => ({ ...a, cases: unite(a.cases, b.cases) }),
    ),
    unreadable: all.reduce((sum, { unreadable }) => sum + unreadable, 0),
  }
}

type Named = { readonly template: string; readonly method: string; readonly status: number }

function merge<T extends Named & { readonly problem?: string }>(
  all: readonly T[],
  add: (a: T, b: T) => T,
): T[] {
  const byKey = Map.groupBy(all, (one) => `${one.template} ${one.method} ${one.status} ${one.problem ?? ''}`)
  return [...byKey]
    .toSorted(byText(([key]) => key))
    .flatMap(([, [first, ...rest]]) => (first ? [rest.reduce(add, first)] : []))
}

function unite(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].toSorted()
}

/**
 * The seal over all parts, or null where one of them has none. `made` are the files that were written for it; of the
 * others it says what each part has sealed, so that what was changed before they were joined is seen.
 */
export function joinSeals(
  placed: readonly Placed[],
  { parts, made }: { readonly parts: readonly RunPart[]; readonly made: readonly SealedFile[] },
): Seal | null {
  const seals = parts.flatMap(({ seal }) => seal ?? [])
  const [first] = seals
  if (!first || seals.length < parts.length) return null
  return {
    ...first,
    start: Math.min(...seals.map(({ start }) => start)),
    end: Math.max(...seals.map(({ end }) => end)),
    interrupted: seals.some(({ interrupted }) => interrupted),
    candidate: {
      start: seals.flatMap(({ candidate }) => candidate.start),
      end: seals.flatMap(({ candidate }) => candidate.end),
    },
    shards: seals.flatMap(({ runId, shards }) => shards.map((shard) => ({ runId, ...shard }))),
    durations: seals.flatMap(({ durations }) => durations).toSorted(byText((one) => one.case)),
    files: [...placed.flatMap(describeSealed), ...made].toSorted(byText(({ path }) => path)),
  }
}

/** All that the part says of a file: where it says two things, one of them does not fit. */
function describeSealed({ part: { seal }, from, to }: Placed): SealedFile[] {
  const said = seal?.files.filter(({ path }) => path === from) ?? []
  return said.map((file) => ({ ...file, path: to }))
}
