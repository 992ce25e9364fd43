import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findHistory } from './find-history.ts'

let reports: string
beforeEach(async () => {
  reports = await mkdtemp(join(tmpdir(), 'airlock-history-'))
})
afterEach(() => rm(reports, { recursive: true, force: true }))

async function makeRun(id: string, hasHistory: boolean): Promise<void> {
  await mkdir(join(reports, id, 'allure-report'), { recursive: true })
  await writeFile(join(reports, id, 'run.json'), '{}')
  if (hasHistory) await writeFile(join(reports, id, 'allure-report', 'history.jsonl'), '{}\n')
}

test('the newest earlier run that has one hands it on', async () => {
  await makeRun('20261101-1', true)
  await makeRun('20261102-1', true)
  await makeRun('20261103-1', false)
  await makeRun('20261104-1', false)
  await makeRun('20261105-1', true)
  expect(findHistory(join(reports, '20261104-1'), 'history.jsonl')).toBe(
    join(reports, '20261102-1', 'allure-report', 'history.jsonl'),
  )
})

test('the first run has none', async () => {
  await makeRun('20261101-1', true)
  expect(findHistory(join(reports, '20261101-1'), 'history.jsonl')).toBeNull()
})
