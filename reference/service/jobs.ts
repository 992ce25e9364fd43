// The queue of jobs. It lies in the shared store, so that it outlives whichever instance it was put in by.
import type { Job, JobResult } from '../model/job.ts'
import { findTenant, tenants } from '../model/tenant.ts'
import { takeId } from '../store/collection.ts'
import { isStoreBusy } from '../store/open-store.ts'
import { found } from './refusal.ts'
import { openScope, type Platform, type Scope } from './scope.ts'

export type NewJob = Pick<Job, 'kind' | 'parameters'>

/** What a kind of job makes of its parameters, by the name of the kind. */
export type Producers = Readonly<Record<string, (scope: Scope, job: Job) => JobResult>>

export function queueJob(scope: Scope, { kind, parameters }: NewJob): Job {
  return scope.store.write(() => {
    const job: Job = {
      jobId: takeId(scope.store),
      kind,
      parameters,
      status: 'QUEUED',
      requestedBy: scope.actor,
      dateCreated: scope.now,
      dateFinished: null,
      result: null,
    }
    scope.rows.jobs.insert(scope.tenant.id, job.jobId, job)
    return job
  })
}

/** What the caller has asked for, the latest first. */
export function listJobs(scope: Scope): Job[] {
  return scope.rows.jobs.list(scope.tenant.id, { requestedBy: scope.actor }).toReversed()
}

/** The caller's job; another's is refused as an unknown one. */
export function findJob(scope: Scope, jobId: string): Job {
  const job = scope.rows.jobs.find(scope.tenant.id, jobId)
  return found(job?.requestedBy === scope.actor ? job : undefined, 'JOB_NOT_FOUND')
}

/** Does the oldest job that is waiting; false where there is none that these producers know. */
export function runNextJob(platform: Platform, producers: Producers): boolean {
  // Only read at first: a queue that is empty must keep nobody from writing.
  if (!findWaiting(platform, producers)) return false
  return platform.store.write(() => {
    const waiting = findWaiting(platform, producers)
    return waiting !== undefined && finishJob(platform, waiting, producers)
  })
}

type Waiting = { readonly tenant: string; readonly job: Job }

function findWaiting({ rows }: Platform, producers: Producers): Waiting | undefined {
  const waiting = tenants.flatMap(({ id: tenant }) =>
    rows.jobs.list(tenant, { status: 'QUEUED' }).map((job) => ({ tenant, job })),
  )
  return waiting.find(({ job }) => job.kind in producers)
}

function finishJob(platform: Platform, { tenant: id, job }: Waiting, producers: Producers): true {
  const tenant = findTenant(id)
  const produce = producers[job.kind]
  if (!tenant || !produce) throw new Error(`job ${job.jobId} of ${id} cannot be done by anybody`)
  const scope = openScope(platform, tenant, { source: 'API', actor: job.requestedBy })
  const finished = { ...job, ...attempt(() => produce(scope, job)), dateFinished: scope.now }
  platform.rows.jobs.replace(id, job.jobId, finished)
  return true
}

/** A job that cannot be done must not stop those behind it. */
function attempt(produce: () => JobResult): Pick<Job, 'status' | 'result'> {
  try {
    return { status: 'READY', result: produce() }
  } catch (error) {
    process.stderr.write(
      `job failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    return { status: 'FAILED', result: null }
  }
}

const pauseMs = 250

/** Looks for work as long as it runs; gives back how to stop it. */
export function startJobRunner(platform: Platform, producers: Producers): () => void {
  const timer = setInterval(() => look(platform, producers), pauseMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** Where somebody else keeps the store, the next look finds the job still waiting. */
function look(platform: Platform, producers: Producers): void {
  try {
    runNextJob(platform, producers)
  } catch (error) {
    if (!isStoreBusy(error)) throw error
  }
}
