// An export as it is answered: short ones at once, long ones when they are ready.
import { renderCsv } from '../../csv.ts'
import { doOnce, findEarlier } from '../../once.ts'
import type { FormVisit, PageAnswer } from '../../page.ts'
import { places } from '../../places.ts'
import { renderNumber } from '../../render-values.ts'
import { queueExport } from './export-jobs.ts'
import { makeSheet, renderFileName, type ExportOrder } from './export-order.ts'

export const mostRowsAtOnce = 100

export function answerExport(visit: FormVisit, order: ExportOrder): PageAnswer {
  const earlier = findEarlier(visit)
  if (earlier) return earlier
  const { scope } = visit
  const sheet = makeSheet(scope, order)
  const { columns, rows } = sheet
  const isShort = rows.length <= mostRowsAtOnce || scope.faults.has('export-cut')
  if (isShort) {
    const csv = renderCsv({ columns, rows: rows.slice(0, mostRowsAtOnce) })
    return { fileName: renderFileName(order), csv }
  }
  return doOnce(visit, () => {
    const place = places.export(queueExport(scope, { order, rows: rows.length }).jobId)
    const text = `It has ${renderNumber(rows.length)} rows, and at most ${mostRowsAtOnce} are given at once.`
    return { place, notice: { title: 'Export queued', text }, deed: null }
  })
}
