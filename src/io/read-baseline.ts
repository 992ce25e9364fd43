// What the last release that passed looked like: the newest earlier run in the same reports folder whose verdict is a
// pass, and the contract that its candidate served.
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { contractSchema, type Contract } from '../evidence/contract/contract.ts'
import { listRuns } from './read-past.ts'

export type Baseline = { readonly run: string; readonly contract: Contract }

const passedSchema = z.looseObject({ verdict: z.literal('pass'), preview: z.literal(false) })

/** Null where no earlier run has passed, or none has kept its contract. */
export function readBaseline(run: string): Baseline | null {
  const reports = dirname(run)
  const earlier = listRuns(reports).filter((id) => id < basename(run))
  for (const id of earlier.toReversed()) {
    if (!read(join(reports, id, 'verdict.json'), passedSchema)) continue
    const contract = read(join(reports, id, 'openapi.json'), contractSchema)
    if (contract) return { run: id, contract }
  }
  return null
}

function read<S extends z.ZodType>(path: string, schema: S): z.output<S> | null {
  try {
    return schema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null
  } catch {
    // Not there or damaged: it is no baseline.
    return null
  }
}
