// The exports that somebody has asked for, and each of them until it can be taken away.
import type { Job } from '../../../model/job.ts'
import { findJob, listJobs } from '../../../service/jobs.ts'
import { findNotice } from '../../once.ts'
import type { Page, UserVisit } from '../../page.ts'
import { places } from '../../places.ts'
import { makeNumberCell, makeTimeCell } from '../../render-values.ts'
import type { Cell, Fact, Table } from '../../table.ts'
import { makeExportStatusCell } from '../../words.ts'
import { isExport, readExport } from './export-jobs.ts'
import { renderOrder } from './export-order.ts'

export const exportsPage: Page = {
  access: 'user',
  method: 'GET',
  path: '/exports',
  needs: 'customers',
  handle: (visit) => ({
    status: 200,
    view: 'pages/exports/exports',
    title: 'Exports',
    data: { table: makeTable(visit, listJobs(visit.scope).filter(isExport)) },
  }),
}

export const exportPage: Page = {
  access: 'user',
  method: 'GET',
  path: '/exports/:exportId',
  needs: 'customers',
  handle: (visit) => {
    const job = findJob(visit.scope, visit.params['exportId'] ?? '')
    const place = places.export(job.jobId)
    const notice = findNotice(visit)
    return {
      status: 200,
      view: 'pages/exports/export',
      title: `${notice ? `${notice.title} – ` : ''}Export ${job.jobId}`,
      data: {
        notice,
        place,
        status: job.status,
        heading: `Export ${job.jobId}`,
        facts: makeFacts(visit, job),
        download: `${place}/file`,
        back: { href: places.exports, text: 'Back to the exports' },
      },
    }
  },
}

export const exportFile: Page = {
  access: 'user',
  method: 'GET',
  path: '/exports/:exportId/file',
  needs: 'customers',
  handle: ({ scope, params }) => {
    const { jobId, result } = findJob(scope, params['exportId'] ?? '')
    return result ? { fileName: result.fileName, csv: result.content } : { location: places.export(jobId) }
  },
}

function makeFacts({ user }: UserVisit, job: Job): Fact[] {
  const { order, rows } = readExport(job)
  return [
    { term: 'What', cell: { text: renderOrder(order), isFree: true } },
    { term: 'Status', cell: makeExportStatusCell(job.status) },
    { term: 'Rows', cell: makeNumberCell(rows) },
    { term: 'Asked for', cell: makeTimeCell(job.dateCreated, user.tenant.zone) },
  ]
}

function makeTable({ user }: UserVisit, jobs: readonly Job[]): Table {
  return {
    id: 'exports',
    labelledBy: 'exports-heading',
    columns: [
      { text: 'Export' },
      { text: 'What' },
      { text: 'Status' },
      { text: 'Rows', isFigure: true },
      { text: 'Asked for' },
    ],
    rows: jobs.map((job): Cell[] => {
      const { order, rows } = readExport(job)
      return [
        { text: job.jobId, href: places.export(job.jobId) },
        { text: renderOrder(order), isFree: true },
        makeExportStatusCell(job.status),
        makeNumberCell(rows),
        makeTimeCell(job.dateCreated, user.tenant.zone),
      ]
    }),
  }
}
