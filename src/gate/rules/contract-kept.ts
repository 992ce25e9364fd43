// The API keeps the contract it publishes, and the contract keeps what the last release promised. Clients read fields by
// name; one that is gone breaks them, whatever the tests of this release say.
import { z } from 'zod'
import type { Evidence } from '../../evidence/evidence.ts'
import type { ContractChange, UnreadEvidence } from '../../evidence/contract/contract-evidence.ts'
import type { Release } from '../../release/release.ts'
import { describeUnread } from '../describe-unread.ts'
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
    const unread = listUnread(evidence, release)
    const isUncompared = contract === null && requireBaseline
    // What cannot be read may hold a later contract than the one that was compared with.
    const problem = history?.problem ?? null
    const isUnknown = coverage === null || coverage.unreadable > 0 || unread.length > 0
    const cannotTell = isUnknown || isUncompared || problem !== null
    return {
      outcome: judge({ bad: violations.length + undeclared.length, cannotTell }),
      expected: { violations: 0, undeclaredChanges: 0, requireBaseline },
      actual: {
        ...describeAnswers(coverage),
        ...describeChanges(contract, undeclared),
        ...describeDoubts(unread, problem),
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

/** Named only where there are any. */
function describeDoubts(unread: readonly string[], problem: string | null): Facts {
  return { ...(unread.length > 0 && { unread: [...unread] }), ...(problem !== null && { problem }) }
}

/** A declared change excuses what could not be compared; what is served today has to be readable all the same. */
function listUnread({ coverage, contract }: Evidence, release: Release | null): string[] {
  const uncompared = (contract?.unread ?? []).filter((one) => !isDeclared(one, release))
  return [...new Set([...(coverage?.unread ?? []), ...uncompared].map(describeUnread))].toSorted()
}

function isDeclared({ operationId }: ContractChange | UnreadEvidence, release: Release | null): boolean {
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
