// The seal of a made-up run: which build answered, how each shard ended, and the digest of every file.
import { createHash } from 'node:crypto'
import type { Observation, Seal } from '../../src/run/seal.ts'
import type { MadeCase } from './attempt-spec.ts'

type Sealing = {
  readonly spec: { readonly retry?: number; readonly version?: string }
  readonly runId: string
  readonly startMs: number
  readonly shards: readonly (readonly MadeCase[])[]
}

/** The seal of a run that came to its end, over these files. */
export function makeSeal(
  files: ReadonlyMap<string, string>,
  { spec, runId, startMs, shards }: Sealing,
): Seal {
  const tenants = [...new Set(shards.flat().map(({ planCase }) => planCase.tenant))].toSorted()
  const seen = tenants.map((tenant) => observe(tenant, spec.version ?? '7.7.0'))
  const end = startMs + 60_000
  return {
    schema: 'airlock.run/1',
    runId,
    start: startMs,
    end,
    interrupted: false,
    retry: spec.retry ?? 1,
    candidate: { start: seen, end: seen },
    shards: shards.map((own, at) => ({
      index: at + 1,
      total: shards.length,
      start: startMs,
      end,
      exitCode: 0,
      signal: null,
      workers: [{ id: `worker-${at + 1}`, start: startMs, end, exitCode: 0, signal: null, ended: 'at-end' }],
      losses: [],
      cases: own.map(({ planCase }) => planCase.id),
    })),
    durations: [],
    files: [...files]
      .map(([path, text]) => ({ path, bytes: Buffer.byteLength(text), sha256: digest(text) }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  }
}

function observe(tenant: string, version: string): Observation {
  const url = 'http://127.0.0.1:4000/version'
  return { service: 'wallet', tenant, url, version, digest: `sha256:${digest(version)}`, error: null }
}

/** A loss of the first attempt of a case, for the seal of a run whose worker went away. */
export function addLoss(
  seal: Seal,
  { caseId, startedId }: { caseId: string; startedId: string | null },
): Seal {
  const loss = {
    case: caseId,
    worker: 'worker-lost',
    testCaseStartedId: startedId,
    cause: 'The worker left in the middle of it: signal SIGKILL.',
    exitCode: null,
    signal: 'SIGKILL',
  }
  const worker = { id: 'worker-lost', start: seal.start, end: seal.end, exitCode: null, signal: 'SIGKILL' }
  return {
    ...seal,
    shards: seal.shards.map((shard, at) =>
      at === 0
        ? {
            ...shard,
            workers: [...shard.workers, { ...worker, ended: 'lost' }],
            losses: [...shard.losses, loss],
          }
        : shard,
    ),
  }
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
