// The supervisor runs no user code. It keeps a number of workers busy until every case has its result, replaces
// those that die, and leaves behind what the seal needs to know of them.
import type { Case } from '../plan/plan.ts'
import { MemoryWorkSource } from './memory-work-source.ts'
import { orderCases } from './order-cases.ts'
import { RunRecord } from './record-run.ts'
import type { RunSetup } from './run-setup.ts'
import type { Shard } from './seal.ts'
import { selectShard } from './select-shard.ts'
import { WorkerLane } from './worker-lane.ts'
import type { WorkSource } from './work-source.ts'

const shortestBatchMs = 400

export type Supervised = {
  readonly shard: Shard
  readonly durations: RunRecord['durations']
  readonly coverage: RunRecord['coverage']
}

type Crew = {
  readonly setup: RunSetup
  readonly record: RunRecord
  readonly source: WorkSource
  readonly workers: Shard['workers']
  readonly output: Map<string, string>
  next: number
}

/** Runs the cases of one shard to their end, or to the interruption. */
export async function supervise(setup: RunSetup): Promise<Supervised> {
  const start = setup.now()
  const cases = selectShard(setup.plan.cases, setup.shard)
  const source = new MemoryWorkSource(orderCases(cases, setup.past), {
    workers: setup.workers,
    shortestBatchMs,
  })
  const record = new RunRecord(setup, cases, source)
  const crew: Crew = { setup, record, source, workers: [], output: new Map(), next: 1 }
  // A signal that has been given already is not given again.
  if (setup.interrupt.aborted) source.close()
  setup.interrupt.addEventListener('abort', () => source.close(), { once: true })
  const lanes = Array.from({ length: Math.min(setup.workers, Math.max(1, cases.length)) }, () =>
    runLane(crew),
  )
  try {
    await Promise.all(lanes)
  } catch (error) {
    // One lane cannot go on, so none shall; the others end their batch first.
    source.close()
    await Promise.allSettled(lanes)
    writeOutput(crew)
    throw error
  }
  await record.close()
  writeOutput(crew)
  const { durations, coverage } = record
  return { shard: makeShard(crew, { start, cases }), durations, coverage }
}

/** One worker after the other, for as long as there is work. */
async function runLane(crew: Crew): Promise<void> {
  const place: { lane: WorkerLane | null } = { lane: openLane(crew) }
  try {
    await place.lane?.ready
    await serve(crew, place)
  } catch (error) {
    // A worker that was ended because of a Ctrl-C is no fault.
    if (!crew.setup.interrupt.aborted) throw error
  } finally {
    await place.lane?.stop()
  }
}

async function serve(crew: Crew, place: { lane: WorkerLane | null }): Promise<void> {
  for (let batch = await crew.source.take(); batch !== null; batch = await crew.source.take()) {
    place.lane ??= openLane(crew)
    await place.lane.ready
    const isAlive = await place.lane.run(batch)
    if (!isAlive) place.lane = null
  }
}

function openLane(crew: Crew): WorkerLane {
  const id = `worker-${crew.next++}`
  const lane = new WorkerLane(crew.setup, crew.record, { id, onOutput: (text) => keepOutput(crew, id, text) })
  const interrupt = () => lane.interrupt()
  crew.setup.interrupt.addEventListener('abort', interrupt, { once: true })
  void lane.gone.then((worker) => {
    crew.workers.push(worker)
    crew.setup.interrupt.removeEventListener('abort', interrupt)
  })
  return lane
}

const outputLimit = 1_000_000

// The beginning is kept and not the end: what goes wrong first explains the rest.
function keepOutput({ output, setup }: Crew, id: string, text: string): void {
  setup.onOutput?.(text)
  const kept = output.get(id) ?? ''
  const all = kept + text
  // The mark also says that a secret may have been cut.
  if (kept.length <= outputLimit)
    output.set(id, all.length > outputLimit ? `${all.slice(0, outputLimit)}…` : all)
}

function writeOutput({ output, setup }: Crew): void {
  const all = [...output, ['target', setup.targetOutput()] as const].filter(([, text]) => text !== '')
  for (const [id, text] of all) setup.folder.write(`logs/${id}.log`, setup.redact(text))
}

function makeShard(
  { setup, record, workers }: Crew,
  { start, cases }: { start: number; cases: readonly Case[] },
): Shard {
  const interrupted = setup.interrupt.aborted
  return {
    ...setup.shard,
    start,
    end: setup.now(),
    exitCode: interrupted ? 130 : 0,
    signal: null,
    workers: workers.toSorted((a, b) => a.start - b.start || a.id.localeCompare(b.id)),
    losses: record.losses,
    cases: cases.map(({ id }) => id),
  }
}
