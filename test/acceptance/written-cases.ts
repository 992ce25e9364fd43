// Result files as other adapters write them: other bytes, other spellings, other shapes. What can be read counts, what
// cannot is seen, and nothing that a result says of itself or of other files is obeyed.
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { judgeResults, type AcceptanceCase } from './acceptance-case.ts'
import { writeFiles } from './promise-files.ts'
import { makeResult, writeResults } from './results-folder.ts'
import { runStartMs } from './run-folder.ts'

const good = [makeResult('opens a wallet'), makeResult('earns points')]
const failed = { status: 'failed', statusDetails: { message: 'Expected 663 points' } }
const bad = JSON.stringify(makeResult('pays', failed))
const fixture = (status: string) => [
  { name: 'close the browser', status, statusDetails: { message: 'gone' } },
]
const deepSteps = `${'[{"name":"s","steps":'.repeat(10_000)}[]${'}]'.repeat(10_000)}`

/** Another file in the folder, written as these bytes. */
const withFile = (bytes: string | Buffer, name = '9-result.json'): AcceptanceCase =>
  judgeResults(good, { others: { [name]: bytes } })

export const writtenCases: Readonly<Record<string, AcceptanceCase>> = {
  'results-with-a-byte-order-mark': withFile(`\uFEFF${JSON.stringify(makeResult('pays'))}`),
  'results-failure-in-utf-16': withFile(Buffer.from(`\uFEFF${bad}`, 'utf16le')),
  'results-bytes-that-are-no-text': withFile(Buffer.from(bad.replace('pays', 'p\u00e4ys'), 'latin1')),
  'results-empty-file': withFile(''),
  'results-two-objects-in-one-file': withFile(`${JSON.stringify(makeResult('pays'))}${bad}`),
  'results-nested-beyond-measure': withFile(
    JSON.stringify(makeResult('pays')).replace('{', `{"steps":${deepSteps},`),
  ),
  'results-null-everywhere': withFile(
    '{"name":null,"status":null,"labels":[null],"parameters":null,"steps":[null],"attachments":null}',
  ),
  'results-of-one-empty-object': judgeResults([], { others: { '0-result.json': '{}' } }),

  'results-oddly-spelt-status': judgeResults([
    ...good,
    makeResult('pays', { ...failed, status: ' FAILED ' }),
    makeResult('refunds', { status: 'Error' }),
  ]),
  'results-all-unknown': judgeResults(good.map((result) => ({ ...result, status: 'unknown' }))),
  'results-all-muted': judgeResults(
    good.map((result) => ({ ...result, ...failed, statusDetails: { muted: true, known: true } })),
  ),
  'results-failure-that-calls-itself-flaky': judgeResults([
    ...good,
    makeResult('pays', { ...failed, statusDetails: { flaky: true } }),
  ]),
  'results-from-1970': judgeResults([...good, makeResult('pays', { start: 1, stop: 2 })]),
  'results-one-history-for-two-tests': judgeResults([
    ...good,
    makeResult('pays', { ...failed, historyId: 'one' }),
    makeResult('refunds', { historyId: 'one', start: runStartMs + 5000, stop: runStartMs + 5010 }),
  ]),
  'results-one-history-for-two-test-cases': judgeResults([
    ...good,
    makeResult('pays', { ...failed, historyId: 'one', testCaseId: 'a' }),
    makeResult('pays', {
      historyId: 'one',
      testCaseId: 'b',
      start: runStartMs + 5000,
      stop: runStartMs + 5010,
    }),
  ]),

  'results-failed-fixture-of-a-test': judgeResults(good, {
    others: {
      '9-container.json': { uuid: 'c', children: [good[0]?.['uuid']], afters: fixture('failed') },
    },
  }),
  'results-failed-fixture-without-results': judgeResults([], {
    others: { '9-container.json': { uuid: 'c', children: [], befores: fixture('broken') } },
  }),
  'results-attachment-outside-of-the-folder': {
    ...judgeResults(good),
    async arrange(root) {
      await judgeResults([
        ...good,
        makeResult('pays', { attachments: [{ name: 'x', source: '../policy/policy.yaml' }] }),
      ]).arrange(root)
    },
  },
  'results-a-link': {
    ...judgeResults(good),
    async arrange(root) {
      await judgeResults(good).arrange(root)
      await writeFile(join(root, 'elsewhere.json'), JSON.stringify(makeResult('pays')))
      await symlink('../elsewhere.json', join(root, 'allure-results', '9-result.json'))
    },
  },
  'results-in-a-folder-within': {
    ...judgeResults(good),
    async arrange(root) {
      await judgeResults(good).arrange(root)
      await writeResults(join(root, 'allure-results', 'shard-2'), [makeResult('pays', failed)])
      await writeResults(join(root, 'elsewhere'), [makeResult('refunds', failed)])
      await symlink('../elsewhere', join(root, 'allure-results', 'shard-3'))
      await mkdir(join(root, 'allure-results', 'history'))
    },
  },
  'results-of-several-folders': {
    async arrange(root) {
      await writeFiles(root, { 'policy/policy.yaml': 'extends: results-only\n' })
      await writeResults(join(root, 'web'), good)
      await writeResults(join(root, 'api'), [makeResult('pays', failed)])
    },
    ask: { results: ['web', 'api'] },
  },
  'results-of-a-folder-and-one-within': {
    async arrange(root) {
      await judgeResults(good).arrange(root)
      await writeResults(join(root, 'allure-results', 'shard-2'), [makeResult('pays')])
    },
    ask: { results: ['allure-results', 'allure-results/shard-2'] },
  },
  'results-of-several-folders-one-empty': {
    async arrange(root) {
      await writeFiles(root, { 'policy/policy.yaml': 'extends: results-only\n' })
      await writeResults(join(root, 'web'), good)
      await mkdir(join(root, 'api'))
    },
    ask: { results: ['web', 'api'] },
  },
}
