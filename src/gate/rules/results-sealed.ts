// Without a seal nobody knows whether the run came to its end; with one, a file that was changed, added or taken away
// afterwards is seen, and so is a shard or a worker that went missing.
import { z } from 'zod'
import type { ProblemKind } from '../../evidence/evidence.ts'
import { defineRule } from '../rule.ts'
import { isUnended, selectProblems } from '../select-problems.ts'

const brokenKinds = [
  'unreadable-seal',
  'file-changed',
  'file-missing',
  'file-added',
  'foreign-run',
  'shard-missing',
  'shard-overlap',
  'runner-exit',
] as const satisfies ProblemKind[]

export const resultsSealed = defineRule({
  id: 'results-sealed',
  settings: z.strictObject({}),
  evaluate({ evidence }) {
    const { seal } = evidence
    const broken = selectProblems(evidence, brokenKinds)
    const shards = seal?.shards ?? []
    return {
      outcome:
        broken.all.length > 0 ? 'fail' : isUnended(evidence) || shards.length === 0 ? 'inconclusive' : 'pass',
      expected: { sealed: true, problems: 0 },
      actual: {
        sealed: seal !== null,
        // Results of other frameworks have no seal and never missed one.
        isRun: evidence.origin === 'run',
        interrupted: seal?.interrupted ?? false,
        shards: shards.length,
        shardsPromised: Math.max(0, ...shards.map(({ total }) => total)),
        damagedSeal: broken.count('unreadable-seal'),
        changed: broken.count('file-changed'),
        missing: broken.count('file-missing'),
        added: broken.count('file-added'),
        foreign: broken.count('foreign-run'),
        missingShards: broken.count('shard-missing'),
        overlaps: broken.count('shard-overlap'),
        unexplainedExits: broken.count('runner-exit'),
        losses: shards.flatMap(({ losses }) => losses).length,
        files: broken.all.map(({ subject }) => subject).slice(0, 20),
      },
      cases: [],
      tenants: [],
    }
  },
})
