// Reads a folder of Allure results and keeps of each file only what the gate needs, so that a hundred thousand of them
// fit into memory. Only regular files of the folder itself are read; links are not followed.
import { createHash, hash } from 'node:crypto'
import { opendirSync, type Dir } from 'node:fs'
import type { FoundFile } from '../evidence/compare-seal.ts'
import type { Input } from '../evidence/evidence.ts'
import type { ReadFolder } from '../evidence/make-evidence.ts'
import { makeProblem } from '../evidence/make-problem.ts'
import { isResultsFile, isStrayFile, noReading, parseResultsFile } from '../evidence/parse-results-file.ts'
import type { ReadResult } from '../evidence/read-result.ts'
import { shareValues } from '../evidence/share-values.ts'
import { findNestedResults, type Nested } from './find-nested-results.ts'
import { holdYoungHeap } from './hold-young-heap.ts'
import { readFilesAtOnce } from './read-files-at-once.ts'

export type ResultsFolder = {
  /** Where it lies. */
  readonly folder: string
  /** How problems and attempts name it; stands before each file's name. */
  readonly prefix: string
  /** Folders that are read by themselves, also where they lie within this one; absolute. */
  readonly apart?: ReadonlySet<string>
  /** Called for every file that was read. */
  readonly onFile?: (path: string, file: FoundFile) => void
}

export type ResultsReading = ReadFolder & {
  /** Digest over the files that were read; null if the folder is not there. */
  readonly input: Input | null
}

/** Reads all results, containers, globals and checks of one folder. */
export async function readResults(from: ResultsFolder): Promise<ResultsReading> {
  const path = from.prefix || from.folder
  const listing = listFolder(from)
  const nothing = { path, files: 0, results: [], input: null }
  if (listing === null) return { ...nothing, exists: false, problems: [] }
  if (typeof listing === 'string') {
    const problems = [makeProblem('unreadable-result', path, { reason: `no list of it: ${listing}` })]
    return { ...nothing, exists: true, problems }
  }
  holdYoungHeap(listing.names.length)
  const { results, problems, tally } = await readEach(listing, from)
  const files = listing.names.length + listing.others.size
  const input = { path: `${path.replace(/\/$/, '')}/`, ...describeTally(tally, listing.names) }
  return { path, exists: true, files, results, problems, input }
}

type Listing = {
  /** Files that have a say, sorted. */
  readonly names: readonly string[]
  readonly others: ReadonlySet<string>
  /** What is not read, by the name of a file that would have a say, or nearly so. */
  readonly odd: readonly Nested[]
}

function describeOdd({ folder, apart }: ResultsFolder, name: string): Nested[] {
  if (isResultsFile(name)) return [{ name, reason: 'no regular file' }]
  const nested = findNestedResults(folder, name, apart)
  return nested === null ? [] : [nested]
}

const strayReason = 'no name under which Allure reads a file'

/** The reason why there is none, where the folder is there. */
function listFolder(from: ResultsFolder): Listing | string | null {
  try {
    return listEntries(from, opendirSync(from.folder, { bufferSize: 256 }))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : code
  }
}

/** Entry by entry, since a hundred thousand of them at once take as much memory as their results. */
function listEntries(from: ResultsFolder, entries: Dir): Listing {
  const [names, others, odd] = [[] as string[], new Set<string>(), [] as Nested[]]
  for (let entry = entries.readSync(); entry; entry = entries.readSync()) {
    const hasSay = isResultsFile(entry.name)
    if (!entry.isFile()) odd.push(...describeOdd(from, entry.name))
    else if (hasSay) names.push(entry.name)
    else others.add(entry.name)
    if (!hasSay && isStrayFile(entry.name)) odd.push({ name: entry.name, reason: strayReason })
  }
  entries.closeSync()
  return { names: names.sort(), others, odd }
}

/** Sizes, and digests of 32 bytes each, in the order of the names. */
type Tally = { readonly digests: Buffer; bytes: number }

async function readEach({ names, others, odd }: Listing, { folder, prefix, onFile }: ResultsFolder) {
  const results: (ReadResult | null)[] = names.map(() => null)
  const problems = odd.flatMap(({ name, reason }) => noReading(`${prefix}${name}`, reason).problems)
  const tally: Tally = { digests: Buffer.alloc(names.length * digestBytes), bytes: 0 }
  const shared = shareValues()
  // The long list is searched only for a name that can stand in it: every missing attachment would search all of it.
  const isThere = (name: string): boolean => others.has(name) || (isResultsFile(name) && names.includes(name))
  await readFilesAtOnce({ folder, names }, (bytes, index) => {
    const path = `${prefix}${names[index] ?? ''}`
    const reading =
      typeof bytes === 'string' ? noReading(path, bytes) : parseResultsFile({ path, bytes, isThere, shared })
    results[index] = reading.result
    // One by one: a file may tell of more than a call takes arguments.
    for (const problem of reading.problems) problems.push(problem)
    if (typeof bytes === 'string') return
    // A text and not a buffer: a hundred thousand small buffers take twice as long to make.
    const sha256 = hash('sha256', bytes, 'hex')
    tally.digests.write(sha256, index * digestBytes, 'hex')
    tally.bytes += bytes.length
    onFile?.(path, { bytes: bytes.length, sha256 })
  })
  return { results: results.filter((result) => result !== null), problems, tally }
}

const digestBytes = 32
const blockLength = 1 << 16

function describeTally({ digests, bytes }: Tally, names: readonly string[]): Omit<Input, 'path'> {
  const all = createHash('sha256')
  let block = ''
  for (const [at, name] of names.entries()) {
    block += `${digests.toString('hex', at * digestBytes, (at + 1) * digestBytes)}  ${name}\n`
    if (block.length < blockLength) continue
    all.update(block)
    block = ''
  }
  return { bytes, sha256: all.update(block).digest('hex') }
}
