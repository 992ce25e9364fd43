// Runs whose files are whole, but which did not run what should have run, or not on the build that is to be deployed.
import { judgeRun, type AcceptanceCase } from './acceptance-case.ts'
import { firstCase, makeRunFiles, resultPaths, runStartMs, usualCases } from './run-folder.ts'
import { usualNowMs } from './gate-environment.ts'
import { makeReleaseFiles } from './promise-files.ts'
import { usualEmergency } from './sample-promise.ts'

const dayMs = 86_400_000
const release = (version: string) => makeReleaseFiles({ candidate: { version } })
const ask = { release: 'releases/2026.24' }

export const planCases: Readonly<Record<string, AcceptanceCase>> = {
  'a-declared-release-passed': judgeRun({}, { files: release('7.7.0'), ask }),
  'another-version-than-declared': judgeRun({ version: '7.6.0' }, { files: release('7.7.0'), ask }),
  'deployed-in-the-middle': judgeRun({
    seal: (seal) => ({
      ...seal,
      candidate: {
        start: seal.candidate.start,
        end: seal.candidate.end.map((seen) => ({ ...seen, version: '7.8.0' })),
      },
    }),
  }),
  'another-build-of-the-declared-version': judgeRun(
    {
      seal: (seal) => ({
        ...seal,
        candidate: {
          start: seal.candidate.start,
          end: seal.candidate.end.map((seen) => ({ ...seen, digest: 'sha256:rebuilt' })),
        },
      }),
    },
    { files: release('7.7.0'), ask },
  ),
  'an-endpoint-that-does-not-answer': judgeRun({
    seal: (seal) => ({
      ...seal,
      candidate: {
        start: seal.candidate.start,
        end: seal.candidate.end.map((seen) =>
          seen.tenant === 'cedar'
            ? { ...seen, version: null, digest: null, error: 'connect ECONNREFUSED 127.0.0.1:4000' }
            : seen,
        ),
      },
    }),
  }),
  'nobody-asked-for-the-build': judgeRun({
    seal: (seal) => ({ ...seal, candidate: { start: [], end: [] } }),
  }),

  'a-run-of-last-week': judgeRun({}, { nowMs: usualNowMs + 7 * dayMs }),
  'a-run-of-tomorrow': judgeRun({}, { nowMs: usualNowMs - dayMs }),
  'a-result-older-than-the-run': judgeRun({
    cases: firstCase({ status: 'passed', startMs: runStartMs - dayMs }),
  }),
  'a-clock-that-runs-ahead': judgeRun({
    cases: firstCase({ status: 'passed', startMs: runStartMs + 3_600_000 }),
  }),

  'a-planned-case-without-a-result': judgeRun({
    cases: usualCases((found) =>
      found.tenant === 'cedar' && found.capability === 'points' ? { ...found, attempts: [] } : found,
    ),
  }),
  'nothing-planned': judgeRun({ cases: [], tenants: ['maple', 'cedar'] }),
  'narrowed-by-hand': judgeRun({
    plan: { selection: { tags: '@smoke', tenants: null, paths: null, only: null } },
  }),
  'a-scenario-for-no-tenant': judgeRun({
    plan: {
      excluded: ['maple', 'cedar'].map((tenant) => ({
        uri: 'features/new.feature',
        line: 3,
        scenario: 'Points are shown',
        tenant,
        reason: 'service' as const,
        detail: 'walet',
      })),
    },
  }),
  'the-suite-of-an-emergency': judgeRun(
    { plan: { selection: { tags: '@smoke or @affected', tenants: null, paths: null, only: null } } },
    {
      files: {
        'policy/policy.yaml': "kinds:\n  emergency: { suite: '@smoke or @affected' }\n",
        ...makeReleaseFiles({ release: '2026.24.1', kind: 'emergency', emergency: usualEmergency }),
      },
      ask: { release: 'releases/2026.24.1' },
    },
  ),
  'two-scenarios-alike': judgeRun({
    plan: {
      excluded: [
        {
          uri: 'features/wallets/open.feature',
          line: 40,
          scenario: 'A new customer gets an empty wallet',
          tenant: 'maple',
          reason: 'duplicate',
          detail: 'features/wallets/open.feature:3',
        },
      ],
    },
  }),
  'tried-more-often-than-allowed': judgeRun({
    cases: firstCase('failed', 'failed', 'failed', 'passed'),
  }),
  'a-result-of-another-run': judgeRun({
    edit(files) {
      const [path = ''] = resultPaths(files)
      files.set(path, (files.get(path) ?? '').replaceAll('20261123-080000-1a2b', '20261116-080000-9f9f'))
    },
  }),
  'a-result-that-nobody-planned': judgeRun({
    edit(files) {
      const other = makeRunFiles({ cases: [{ scenario: 'A wallet of another project' }] })
      const [path = ''] = resultPaths(other)
      files.set(path, other.get(path) ?? '')
    },
  }),

  'a-tenant-that-nothing-ran-for': judgeRun({ tenants: ['birch', 'cedar', 'maple'] }),
  'a-service-that-nobody-tried': judgeRun({
    plan: {
      tenants: ['maple', 'cedar'].map((id) => ({ id, name: id, services: ['wallet', 'pos'] })),
    },
    cases: usualCases((found) =>
      found.capability === 'points'
        ? {
            ...found,
            tags: ['@service:pos'],
            attempts: found.tenant === 'cedar' ? [{ status: 'skipped', message: 'no terminal' }] : ['passed'],
          }
        : found,
    ),
  }),

  'a-looser-policy': judgeRun(
    { cases: firstCase('failed', 'passed') },
    {
      files: {
        'policy/policy.yaml': 'rules:\n  flake-budget: { level: warn }\n  results-fresh: { level: off }\n',
      },
    },
  ),
  'a-preview': judgeRun({}, { ask: { now: '2026-11-24T08:00:00Z' } }),
}
