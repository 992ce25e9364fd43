// Runs that passed, and what happened to their files afterwards or kept them from being sealed.
import { copyFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { editFile, judgeRun, type AcceptanceCase, type RunFolder } from './acceptance-case.ts'
import { resultPaths, usualCases } from './run-folder.ts'

const firstResult = ({ files }: RunFolder): string => resultPaths(files)[0] ?? ''
const messages = 'messages/shard-1-of-1.ndjson'

export const sealCases: Readonly<Record<string, AcceptanceCase>> = {
  'a-byte-changed': judgeRun(
    {},
    { after: (run) => editFile(run, firstResult(run), (text) => text.replace('finished', 'Finished')) },
  ),
  'failures-rewritten-as-passes': judgeRun(
    { cases: usualCases((found) => (found.line === 12 ? { ...found, attempts: ['failed'] } : found)) },
    {
      async after(run) {
        for (const name of resultPaths(run.files))
          await editFile(run, name, (text) => text.replaceAll('"status": "failed"', '"status": "passed"'))
      },
    },
  ),
  'a-result-removed': judgeRun({}, { after: (run) => rm(join(run.path, firstResult(run))) }),
  'a-result-added': judgeRun(
    {},
    {
      after: ({ path, files }) =>
        copyFile(join(path, resultPaths(files)[0] ?? ''), join(path, 'allure-results', 'added-result.json')),
    },
  ),
  'a-result-cut-short': judgeRun(
    {},
    { after: (run) => editFile(run, firstResult(run), (text) => text.slice(0, text.length / 2)) },
  ),
  'all-results-gone': judgeRun(
    {},
    { after: ({ path }) => rm(join(path, 'allure-results'), { recursive: true }) },
  ),
  'the-seal-does-not-read': judgeRun(
    {},
    { after: (run) => editFile(run, 'run.json', (text) => text.slice(0, 100)) },
  ),
  'the-plan-exchanged': judgeRun(
    {},
    {
      after: (run) =>
        editFile(run, 'plan.json', (text) => text.replace(/"runId": "[^"]*"/, '"runId": "another"')),
    },
  ),

  // What is left when the whole run was killed: results and messages up to that moment, and no seal.
  'never-sealed': judgeRun(
    {
      cases: usualCases((found) =>
        found.tenant === 'cedar' && found.capability === 'points'
          ? { ...found, attempts: [{ status: 'passed', allure: false, witness: 'unfinished' }] }
          : found,
      ),
      seal: () => null,
    },
    {
      after: (run) => editFile(run, messages, (text) => text.split('\n').slice(0, -2).join('\n')),
    },
  ),
  'killed-before-the-first-case': judgeRun(
    {
      cases: usualCases((found) => ({ ...found, attempts: [] })),
      seal: () => null,
    },
    { after: ({ path }) => writeFile(join(path, messages), '') },
  ),
  interrupted: judgeRun({
    cases: usualCases((found) => (found.tenant === 'cedar' ? { ...found, attempts: [] } : found)),
    seal: (seal) => ({
      ...seal,
      interrupted: true,
      candidate: { ...seal.candidate, end: [] },
      shards: seal.shards.map((shard) => ({ ...shard, exitCode: 130, signal: 'SIGINT' })),
    }),
  }),
  'a-shard-missing': judgeRun({
    shards: 2,
    seal: (seal) => ({ ...seal, shards: seal.shards.slice(0, 1) }),
  }),
  'no-messages': judgeRun({ edit: (files) => files.delete(messages) }),
  'messages-cut-short': judgeRun({
    edit: (files) => files.set(messages, (files.get(messages) ?? '').slice(0, -400)),
  }),
}
