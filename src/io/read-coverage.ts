// What a run that has just ended has exercised, for its summary. The gate reads the same files its own, strict way.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contractSchema } from '../evidence/contract/contract.ts'
import type { CoverageEvidence } from '../evidence/contract/contract-evidence.ts'
import { makeCoverage } from '../evidence/contract/make-coverage.ts'
import { coverageSchema } from '../run/coverage.ts'

/** Null where the target serves no contract, or one that does not read: the gate says more of that. */
export function readCoverage(folder: string): CoverageEvidence | null {
  const coverage = coverageSchema.safeParse(readJson(join(folder, 'coverage.json')))
  const contract = contractSchema.safeParse(readJson(join(folder, 'openapi.json')))
  return coverage.success && contract.success ? makeCoverage(coverage.data, contract.data) : null
}

function readJson(path: string): unknown {
  if (!existsSync(path)) return null
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown
  } catch {
    // Refused by the schema, like any other value that is no such file.
    return null
  }
}
