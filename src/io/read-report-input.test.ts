// A report must never look complete because a file of it could not be read.
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { manyFailures } from '../../test/report/sample-events.ts'
import { makeSample } from '../../test/report/sample-run.ts'
import { writeSample } from '../../test/report/write-sample.ts'
import { readReportFiles, readResultFiles } from './read-report-input.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'airlock-report-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a whole run is read without a word', async () => {
  const sample = makeSample()
  await writeSample(folder, sample)
  const { plan, evidence, verdict, unread, names } = await readReportFiles(folder)
  expect({ plan, evidence, verdict }).toEqual({
    plan: sample.plan,
    evidence: sample.evidence,
    verdict: sample.verdict,
  })
  expect(unread).toEqual([])
  expect(names.toSorted()).toEqual(['evidence.json', 'plan.json', 'run.json', 'verdict.json'])
})

test('what is missing or damaged becomes a sentence', async () => {
  await writeSample(folder, makeSample(), ['verdict.json'])
  await writeFile(join(folder, 'evidence.json'), '{"schema":')
  await writeFile(join(folder, 'plan.json'), '{"schema":"airlock.plan/2"}')
  const { plan, evidence, verdict, unread } = await readReportFiles(folder)
  expect([plan, evidence, verdict]).toEqual([null, null, null])
  expect(unread[0]).toBe('verdict.json is missing. Judge the run with `airlock gate`.')
  expect(unread[1]).toMatch(/^evidence\.json cannot be read: /)
  expect(unread[2]).toMatch(/^plan\.json cannot be read: schema /)
})

test('a verdict whose word was changed is none', async () => {
  const sample = makeSample({ events: manyFailures })
  expect(sample.verdict.verdict).toBe('block')
  await writeSample(folder, { ...sample, verdict: { ...sample.verdict, verdict: 'pass' } })
  const { verdict, unread } = await readReportFiles(folder)
  expect(verdict).toBeNull()
  expect(unread).toEqual([
    'verdict.json cannot be read: it says pass, and its findings come to block. It was changed after it was made: judge the run again with `airlock gate`.',
  ])
})

test('nobody misses the plan of results that never had one', async () => {
  const sample = makeSample()
  await writeSample(folder, { ...sample, evidence: { ...sample.evidence, origin: 'results' } }, ['plan.json'])
  expect((await readReportFiles(folder)).unread).toEqual([])
})

test('result files are read only where they belong, and links are not followed', async () => {
  const { evidence } = makeSample()
  await writeSample(folder, makeSample())
  const file = evidence.cases[0]!.attempts[0]!.file
  await symlink(join(folder, 'plan.json'), join(folder, 'allure-results', 'link-result.json'))
  const results = await readResultFiles(folder, [
    { caseId: 'good', file },
    { caseId: 'outside', file: 'allure-results/../plan.json' },
    { caseId: 'elsewhere', file: 'plan.json' },
    { caseId: 'link', file: 'allure-results/link-result.json' },
    { caseId: 'gone', file: 'allure-results/gone-result.json' },
  ])
  expect([...results.keys()]).toEqual(['good'])
})

test('evidence that was changed after the verdict is not shown as if it had been judged', async () => {
  const sample = makeSample()
  const inputs = [{ path: 'evidence.json', bytes: 1, sha256: '0'.repeat(64) }]
  await writeSample(folder, { ...sample, verdict: { ...sample.verdict, inputs } })
  expect((await readReportFiles(folder)).unread).toEqual([
    'evidence.json was changed after the verdict, so what it shows here is not what was judged.',
  ])
})
