// Which operations the contract has, and which of them the run has seen succeed and refuse, for which tenants.
import type { CoverageFile } from '../run/coverage.ts'
import { listOperations, type Contract, type ContractOperation } from './contract.ts'
import type { CoverageEvidence } from './evidence.ts'

/** Coverage of the served document; what was used and does not stand in it is left to the report. */
export function makeCoverage(file: CoverageFile, contract: Contract): CoverageEvidence {
  const byOperation = Map.groupBy(file.uses, ({ operationId }) => operationId)
  return {
    operations: listOperations(contract).map((operation) => ({
      operationId: operation.operationId,
      method: operation.method,
      path: operation.path,
      services: operation.tags,
      isRefusable: isRefusable(operation),
      ...describeUses(byOperation.get(operation.operationId) ?? []),
    })),
    violations: file.violations,
    unreadable: file.unreadable,
  }
}

/** Only an operation that may say no can be seen to. */
function isRefusable({ responses }: ContractOperation): boolean {
  return Object.keys(responses).some((status) => status.startsWith('4'))
}

function describeUses(uses: CoverageFile['uses']): { succeeded: string[]; refused: string[] } {
  const tenantsWhere = (isMeant: (status: number) => boolean): string[] => {
    const tenants = uses.filter(({ status }) => isMeant(status)).flatMap((use) => use.tenants)
    return [...new Set(tenants)].toSorted()
  }
  return {
    succeeded: tenantsWhere((status) => status < 400),
    refused: tenantsWhere((status) => status >= 400 && status < 500),
  }
}
