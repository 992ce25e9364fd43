// The run of one shard, as the folder that it left tells it.
import { posix } from 'node:path'
import type { Plan } from '../plan/plan.ts'
import type { CoverageFile } from './coverage.ts'
import type { Seal } from './seal.ts'

/** The run of a shard, as its folder has it. */
export type RunPart = {
  /** As it was named. */
  readonly folder: string
  readonly plan: Plan
  /** Null where the run never ended. */
  readonly seal: Seal | null
  readonly coverage: CoverageFile | null
  /** The contract as it was served. */
  readonly contract: string | null
  /** Paths of all its files. */
  readonly files: readonly string[]
}

/** `1-of-2`; where there is no seal to say so, as its messages are called. */
export function nameOfPart({ folder, seal, files }: RunPart): string {
  const [shard] = seal?.shards ?? []
  if (shard) return `${shard.index}-of-${shard.total}`
  const messages = files.find((path) => path.startsWith('messages/')) ?? folder
  return posix.basename(messages, '.ndjson').replace(/^shard-/, '')
}

const shared = ['allure-results/', 'messages/']

/** Results and messages lie in folders that are one for all shards. */
export function isShared(path: string): boolean {
  return shared.some((folder) => path.startsWith(folder))
}
