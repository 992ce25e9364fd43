// Exports that are too long to wait for, as jobs of the shared queue: whichever instance comes to one makes it.
import type { Job, JobResult } from '../../../model/job.ts'
import { queueJob, type Producers } from '../../../service/jobs.ts'
import type { Scope } from '../../../service/scope.ts'
import { renderCsv } from '../../csv.ts'
import { makeSheet, parseOrder, renderFileName, type ExportOrder } from './export-order.ts'

const kind = 'dashboard-export'

export type QueuedExport = { readonly order: ExportOrder; readonly rows: number }

export function queueExport(scope: Scope, { order, rows }: QueuedExport): Job {
  return queueJob(scope, { kind, parameters: { order: JSON.stringify(order), rows: String(rows) } })
}

export function isExport(job: Job): boolean {
  return job.kind === kind
}

/** What a job was queued for. */
export function readExport({ parameters }: Job): QueuedExport {
  return { order: parseOrder(JSON.parse(parameters['order'] ?? '')), rows: Number(parameters['rows']) }
}

export const exportProducers: Producers = {
  [kind]: (scope, job): JobResult => {
    const { order } = readExport(job)
    const content = renderCsv(makeSheet(scope, order))
    return { fileName: renderFileName(order), type: 'text/csv', content }
  },
}
