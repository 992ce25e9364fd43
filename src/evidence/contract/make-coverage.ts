// Which operations the contract has, and which of them the run has seen succeed and refuse, for which tenants.
import type { CoverageFile } from '../../run/coverage.ts'
import type { Contract } from './contract.ts'
import type { CoverageEvidence } from './contract-evidence.ts'
import { listOperations, type ContractOperation } from './list-operations.ts'

/** Coverage of the served document; what was used and does not stand in it is left to the report. */
export function makeCoverage(file: CoverageFile, contract: Contract): CoverageEvidence {
  const byOperation = Map.groupBy(file.uses, ({ operationId }) => operationId)
  const { operations, unread } = listOperations(contract)
  const byId = Map.groupBy(operations, ({ operationId }) => operationId)
  const usesOf = (operation: ContractOperation): CoverageFile['uses'] => {
    const { operationId } = operation
    const uses = byOperation.get(operationId) ?? []
    return byId.get(operationId)?.length === 1 ? uses : uses.filter((use) => isOf(use, operation))
  }
  return {
    operations: operations.map((operation) => ({
      operationId: operation.operationId,
      method: operation.method,
      path: operation.path,
      services: operation.tags,
      isRefusable: isRefusable(operation),
      ...describeUses(usesOf(operation)),
    })),
    violations: file.violations,
    unreadable: file.unreadable,
    unread: unread.map(({ operationId, tags, reason }) => ({ operationId, services: tags, reason })),
  }
}

/** No two operations may have one id; where they do, the one that was called must not stand for the other. */
function isOf({ method, template }: CoverageFile['uses'][number], operation: ContractOperation): boolean {
  return method.toUpperCase() === operation.method && template === operation.path
}

/** Only an operation that may say no can be seen to. What is not listed falls under `default`, a refusal too. */
function isRefusable({ responses }: ContractOperation): boolean {
  return Object.keys(responses).some((status) => status.startsWith('4') || status === 'default')
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
