// What the candidate's contract says, what the run has used of it, and what became of it since the last release.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { CoverageFile } from '../../src/run/coverage.ts'
import { judgeRun, type AcceptanceCase, type RunFolder } from './acceptance-case.ts'
import { describeTenants, makeReleaseFiles } from './promise-files.ts'
import { makeCoverageFile, usualContract } from './run-contract.ts'

const runId = '20261123-080000-1a2b'
const tenants = ['cedar', 'maple']

/** A run whose coverage is another one than usual. */
const covered = (change: (file: CoverageFile) => CoverageFile, policy?: string): AcceptanceCase =>
  judgeRun(
    {
      edit: (files) =>
        files.set('coverage.json', JSON.stringify(change(makeCoverageFile(runId, tenants)), null, 1)),
    },
    policy === undefined ? {} : { files: { 'policy/policy.yaml': policy } },
  )

/** Nobody has called the first operation. */
const withoutCreation = (file: CoverageFile): CoverageFile => ({
  ...file,
  uses: file.uses.filter(({ operationId }) => operationId !== 'createWallet'),
})

const violation = {
  operationId: 'getWallet',
  method: 'GET',
  template: '/wallet/{walletId}',
  status: 200,
  problem: "body: must have required property 'walletId'",
  cases: [],
}

const schema = { type: 'object', properties: { walletId: { type: 'string' }, points: { type: 'integer' } } }
const { paths } = usualContract
const before = {
  ...usualContract,
  paths: {
    ...paths,
    '/wallet/{walletId}': {
      get: {
        ...paths['/wallet/{walletId}'].get,
        responses: { 200: { content: { 'application/json': { schema } } } },
      },
      delete: { operationId: 'deleteWallet', tags: ['wallet'], responses: { 204: {} } },
    },
  },
}

/** The parameters of one more operation are not where it says. */
const withUnreadable = {
  ...usualContract,
  paths: { ...paths, '/health': { get: { parameters: [{ $ref: '#/components/parameters/None' }] } } },
}

/** The run of the last release lies beside this one, and its contract had more. */
async function addEarlierRun({ path }: RunFolder): Promise<void> {
  const earlier = join(dirname(path), 'a-run-before')
  await mkdir(earlier, { recursive: true })
  await writeFile(join(earlier, 'run.json'), '{}')
  await writeFile(join(earlier, 'verdict.json'), JSON.stringify({ verdict: 'pass', preview: false }))
  await writeFile(join(earlier, 'openapi.json'), JSON.stringify(before))
}

const declared = makeReleaseFiles({
  contractChanges: [
    { operation: 'deleteWallet', reason: 'Wallets are only terminated now' },
    { operation: 'getWallet', reason: 'Points moved to the account' },
  ],
})

export const contractCases: Readonly<Record<string, AcceptanceCase>> = {
  'an-operation-that-nobody-called': covered(withoutCreation),
  'an-operation-that-was-excluded': covered(
    withoutCreation,
    'rules:\n  operations-covered:\n    exclude: [{ operation: createWallet, reason: Made by hand only }]\n',
  ),
  'an-operation-that-never-refused': covered((file) => ({
    ...file,
    uses: file.uses.filter(({ status }) => status !== 404),
  })),
  'an-answer-off-the-contract': covered((file) => ({ ...file, violations: [violation] })),
  'no-contract-served': judgeRun({ edit: (files) => files.delete('openapi.json') }),
  'an-operation-that-cannot-be-read': judgeRun({
    edit: (files) => files.set('openapi.json', JSON.stringify(withUnreadable)),
  }),
  'a-field-taken-away': judgeRun({}, { after: addEarlierRun }),
  'a-declared-change-of-the-contract': judgeRun({}, { after: addEarlierRun, files: declared }),
  'nothing-declared': judgeRun({}, { isDeclared: false }),
  'a-touched-service-that-nobody-tested': judgeRun(
    {
      plan: { tenants: tenants.map((id) => ({ id, name: id, services: ['wallet', 'pos'] })) },
    },
    {
      files: {
        ...makeReleaseFiles({ services: ['wallet', 'pos'] }),
        'policy/tenants.yaml': describeTenants(() => ({ services: ['wallet', 'pos'] })),
      },
    },
  ),
}
