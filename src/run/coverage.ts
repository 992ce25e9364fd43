// What the whole run has exercised of the platform's contract, added up from what each case reports. Which operations
// there are, the served document says, which is kept beside it.
import { z } from 'zod'
import { byText } from '../release/by-text.ts'

/** Attachments of this type are facts for the run; they are taken out of results and messages. */
export const coverageMediaType = 'application/vnd.airlock.coverage+json'

const text = z.string()

/** What one case reports: an array of these. It comes from user code, so it is read like everything from outside. */
export const reportedUsesSchema = z.array(
  z.object({
    operationId: text.nullable(),
    template: text,
    method: text,
    status: z.int(),
    tenant: text,
    count: z.int().positive(),
    problems: z.array(text),
  }),
)
type Use = z.output<typeof reportedUsesSchema>[number]

/** coverage.json */
export const coverageSchema = z.strictObject({
  schema: z.literal('airlock.coverage/1'),
  runId: text,
  /** Each operation that was used, by method and path; `operationId` is null where the document has none of that path. */
  uses: z.array(
    z.strictObject({
      operationId: text.nullable(),
      method: text,
      template: text,
      status: z.int(),
      count: z.int(),
      tenants: z.array(text),
    }),
  ),
  /** Answers that the document does not allow, with the cases that got them. */
  violations: z.array(
    z.strictObject({
      operationId: text.nullable(),
      method: text,
      template: text,
      status: z.int(),
      problem: text,
      cases: z.array(text),
    }),
  ),
  /** Reports of cases that could not be read. */
  unreadable: z.int(),
})

export type CoverageFile = z.output<typeof coverageSchema>
type Total = CoverageFile['uses'][number]
type Violation = CoverageFile['violations'][number]

export class CoverageRecord {
  readonly #uses = new Map<string, Total>()
  readonly #violations = new Map<string, Violation>()
  #unreadable = 0

  /** Adds what one attempt of a case has reported. */
  add(caseId: string, report: string): void {
    const read = reportedUsesSchema.safeParse(parse(report))
    if (!read.success) this.#unreadable += 1
    for (const use of read.data ?? []) this.#addUse(caseId, use)
  }

  /** Sorted, so that one run has one file whatever order its cases ended in. */
  finish(runId: string): CoverageFile {
    return {
      schema: 'airlock.coverage/1',
      runId,
      uses: sortByKey(this.#uses),
      violations: sortByKey(this.#violations).map((one) => ({ ...one, cases: one.cases.toSorted() })),
      unreadable: this.#unreadable,
    }
  }

  #addUse(caseId: string, { operationId, template, method, status, tenant, count, problems }: Use): void {
    const place = { operationId, method, template, status }
    const key = `${template} ${method} ${status}`
    const total = this.#uses.get(key) ?? { ...place, count: 0, tenants: [] }
    const tenants = [...new Set([...total.tenants, tenant])].toSorted()
    this.#uses.set(key, { ...total, count: total.count + count, tenants })
    for (const problem of problems) {
      const known = this.#violations.get(`${key} ${problem}`) ?? { ...place, problem, cases: [] }
      const cases = [...new Set([...known.cases, caseId])]
      this.#violations.set(`${key} ${problem}`, { ...known, cases })
    }
  }
}

function sortByKey<T>(all: ReadonlyMap<string, T>): T[] {
  return [...all].toSorted(byText(([key]) => key)).map(([, value]) => value)
}

function parse(report: string): unknown {
  try {
    return JSON.parse(report) as unknown
  } catch {
    // Counted as unreadable by the schema's refusal.
    return null
  }
}
