// The API keeps the contract it publishes, and the contract keeps what the last release promised. Clients read fields by
// name; one that is gone breaks them, whatever the tests of this release say.
import { z } from 'zod'
import type { ContractChange, Evidence } from '../../evidence/evidence.ts'
import type { Release } from '../../release/release.ts'
import { defineRule, type Facts, type Judgement } from '../rule.ts'

export const contractKept = defineRule({
  id: 'contract-kept',
  settings: z.strictObject({
    /** Whether there must be an earlier release to compare with. The first one has none. */
    requireBaseline: z.boolean().default(false),
  }),
  looser: { requireBaseline: 'less' },
  evaluate({ evidence, release, history, settings: { requireBaseline } }) {
    const { coverage, contract } = evidence
    const violations = coverage?.violations ?? []
    const undeclared = (contract?.changes ?? []).filter((change) => !isDeclared(change, release))
    const isUncompared = contract === null && requireBaseline
    // What cannot be read may hold a later contract than the one that was compared with.
    const problem = history?.problem ?? null
    const cannotTell = coverage === null || coverage.unreadable > 0 || isUncompared || problem !== null
    return {
      outcome: judge({ bad: violations.length + undeclared.length, cannotTell }),
      expected: { violations: 0, undeclaredChanges: 0, requireBaseline },
      actual: {
        ...describeAnswers(coverage),
        ...describeChanges(contract, undeclared),
        ...(problem !== null && { problem }),
      },
      cases: [...new Set(violations.flatMap(({ cases }) => cases))],
      tenants: [],
    }
  },
})

function describeAnswers(coverage: Evidence['coverage']): Facts {
  const { operations = [], unreadable = 0, violations = [] } = coverage ?? {}
  return {
    operations: operations.length,
    hasContract: coverage !== null,
    unreadable,
    violations: violations.map(({ operationId, status, problem }) => `${operationId} ${status}: ${problem}`),
  }
}

function describeChanges(contract: Evidence['contract'], undeclared: readonly ContractChange[]): Facts {
  const { baseline = null, changes = [] } = contract ?? {}
  return {
    baseline,
    declaredChanges: changes.length - undeclared.length,
    undeclaredChanges: undeclared.map(describe),
  }
}

function isDeclared({ operationId }: ContractChange, release: Release | null): boolean {
  return release?.contractChanges.some(({ operation }) => operation === operationId) ?? false
}

function describe({ operationId, what, place, detail }: ContractChange): string {
  const where = [place, detail].filter(Boolean).join(' ')
  return `${operationId}: ${what.replaceAll('-', ' ')}${where === '' ? '' : `, ${where}`}`
}

function judge({ bad, cannotTell }: { bad: number; cannotTell: boolean }): Judgement['outcome'] {
  if (bad > 0) return 'fail'
  return cannotTell ? 'inconclusive' : 'pass'
}
