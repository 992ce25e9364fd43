// Runs that came to their end as planned, and what their cases did there.
import { judgeRun, type AcceptanceCase } from './acceptance-case.ts'
import type { AllureStatus, AttemptSpec } from './attempt-spec.ts'
import { firstCase, resultPaths, usualCases, type CaseSpec } from './run-folder.ts'
import { addLoss } from './run-seal.ts'
import { startedIdOf } from './run-messages.ts'
import { makeCaseId } from '../../src/plan/case-id.ts'

const allowSkips = `rules:
  no-unexplained-skips:
    allow:
      - { tag: "@needs:clock", reason: The staging target has no clock that tests can move }
`
const budget = `rules:
  flake-budget: { max: 2, maxBySeverity: { blocker: 0 } }
`

/** The second usual scenario, which is of normal severity, flaky for each tenant. */
const flakyNormal = usualCases((found) =>
  found.line === 12 ? { ...found, attempts: ['failed', 'passed'] } : found,
)

/** The second usual scenario, for one tenant only, with these attempts. */
const second = (...attempts: (AttemptSpec | AllureStatus)[]): CaseSpec[] =>
  usualCases((found) =>
    found.line === 12 && found.tenant === 'maple'
      ? { ...found, tags: ['@service:wallet', '@needs:clock'], attempts }
      : found,
  )

const manyScenarios: readonly CaseSpec[] = Array.from({ length: 128 }, (_, at) => ({
  scenario: `Points are earned on basket ${at + 1}`,
  line: 10 + at,
  uri: 'features/points/earn.feature',
  feature: 'Earning points',
  tags: ['@service:wallet'],
}))

const secondId = makeCaseId(
  {
    uri: 'features/wallets/open.feature',
    rule: '',
    scenario: 'An identity belongs to one wallet',
    example: [],
  },
  'maple',
)

export const outcomeCases: Readonly<Record<string, AcceptanceCase>> = {
  'everything-passed': judgeRun({}),

  'failures-of-two-tenants': judgeRun({
    retry: 0,
    cases: usualCases((found) => {
      if (found.capability === 'points') {
        const message = 'Expected 663 points\nbut the account holds 600\n    at account.steps.ts:12:3'
        return { ...found, attempts: [{ status: 'failed', message }] }
      }
      if (found.line !== 12 || found.tenant !== 'cedar') return found
      const message = 'connect ECONNREFUSED 127.0.0.1:4000\n    at TCPConnectWrap.afterConnect'
      return { ...found, attempts: [{ status: 'broken', message }] }
    }),
  }),

  // As many as fit into no exit code that counts.
  'two-hundred-and-fifty-six-failures': judgeRun({
    cases: ['maple', 'cedar'].flatMap((tenant) =>
      manyScenarios.map((found) => ({ ...found, tenant, attempts: ['failed'] as const })),
    ),
  }),

  'failed-and-passed-again': judgeRun({ cases: firstCase('failed', 'passed') }),
  'flaky-within-the-budget': judgeRun({ cases: flakyNormal }, { files: { 'policy/policy.yaml': budget } }),
  'flaky-where-it-matters-most': judgeRun(
    { cases: firstCase('failed', 'passed') },
    { files: { 'policy/policy.yaml': budget } },
  ),

  'skipped-without-a-reason': judgeRun({ cases: second('skipped') }),
  'skipped-and-allowed': judgeRun(
    { cases: second({ status: 'skipped', message: 'The target offers no clock' }) },
    { files: { 'policy/policy.yaml': allowSkips } },
  ),
  'an-allowance-that-nothing-needs': judgeRun({}, { files: { 'policy/policy.yaml': allowSkips } }),
  'a-pending-step': judgeRun({
    cases: second({
      status: 'skipped',
      witness: 'PENDING',
      message: 'Pending: a step is not written yet',
    }),
  }),
  'all-skipped': judgeRun({
    cases: usualCases((found) => ({
      ...found,
      attempts: [{ status: 'skipped', message: 'The database is down' }],
    })),
  }),

  'a-failure-that-calls-itself-known': judgeRun({
    cases: firstCase('failed'),
    edit(files) {
      for (const path of resultPaths(files)) {
        const flags = '"known": true, "muted": true, "flaky": true, "message"'
        files.set(path, (files.get(path) ?? '').replace('"message"', flags))
      }
    },
  }),

  'undefined-step-called-passed': judgeRun({
    cases: firstCase({ status: 'passed', witness: 'UNDEFINED' }),
  }),
  'ambiguous-step-called-passed': judgeRun({
    cases: firstCase({ status: 'passed', witness: 'AMBIGUOUS' }),
  }),
  'failed-hook-called-skipped': judgeRun({
    cases: firstCase({ status: 'skipped', witness: 'FAILED' }),
  }),
  'failed-hook-called-passed': judgeRun({ cases: firstCase({ status: 'passed', witness: 'FAILED' }) }),

  'a-case-lost-with-its-workers': judgeRun({
    cases: second({
      status: 'broken',
      lost: true,
      witness: 'unfinished',
      message: 'Lost with its worker three times: signal SIGKILL.',
    }),
    seal: (seal) => addLoss(seal, { caseId: secondId, startedId: startedIdOf(secondId, 0) }),
  }),
  'a-worker-gone-after-its-last-case': judgeRun({
    seal: (seal) => ({
      ...seal,
      shards: seal.shards.map((shard) => ({
        ...shard,
        workers: shard.workers.map((worker) => ({ ...worker, exitCode: 1 })),
      })),
    }),
  }),
  'a-worker-gone-between-two-cases': judgeRun({
    seal: (seal) => ({
      ...seal,
      shards: seal.shards.map((shard) => ({
        ...shard,
        exitCode: 1,
        workers: [
          ...shard.workers,
          { id: 'worker-9', start: seal.start, end: seal.end, exitCode: 1, signal: null, ended: 'lost' },
        ],
      })),
    }),
  }),
}
