// One verdict, printed in the form that was asked for: the exit code and the files are the same in each.
import { XMLValidator } from 'fast-xml-parser'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VerdictFormat } from '../../scripts/command-line.ts'
import { writeUsualRelease } from '../acceptance/promise-files.ts'
import { askGate } from '../acceptance/gate-environment.ts'
import { makeResult, writeResults } from '../acceptance/results-folder.ts'
import { firstCase, writeRun } from '../acceptance/run-folder.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'airlock-formats-'))
  await writeRun(join(root, 'run'), { cases: firstCase('failed') })
  await writeUsualRelease(root)
})
afterAll(() => rm(root, { recursive: true, force: true }))

const isJson = (text: string): boolean => typeof JSON.parse(text) === 'object'
const looks: Readonly<Record<VerdictFormat, (text: string) => boolean>> = {
  text: (text) => text.includes(' BLOCK '),
  json: (text) => isJson(text) && text.includes('"verdict":"block"'),
  markdown: (text) => text.startsWith('## ⛔ Block: Release 2026.24 is blocked') && text.includes('| maple'),
  github: (text) => text.startsWith('::error title=Airlock%3A block::'),
  gitlab: (text) => isJson(text) && text.includes('"airlock/no-failures"'),
  junit: (text) => XMLValidator.validate(text) === true && text.includes('name="Airlock: block"'),
  ctrf: (text) => isJson(text) && text.includes('"reportFormat": "CTRF"'),
}

test.each(Object.keys(looks) as VerdictFormat[])('%s', async (format) => {
  const { exitCode, stdout, stderr } = await askGate(root, { run: 'run', format })
  expect(exitCode).toBe(1)
  expect(looks[format](stdout), stdout).toBe(true)
  expect(stderr.includes('verdict.json')).toBe(format !== 'json')
  expect(await readFile(join(root, 'run', 'verdict.json'), 'utf8')).toContain('"verdict": "block"')
})

test('no form shows what a parameter keeps to itself', async () => {
  const parameters = [{ name: 'key', value: 'a-secret-key', mode: 'masked' }]
  const failed = { status: 'failed', statusDetails: { message: 'Refused' }, parameters }
  await writeResults(join(root, 'allure-results'), [makeResult('signs', failed)])
  for (const format of Object.keys(looks) as VerdictFormat[]) {
    const { stdout } = await askGate(root, { results: ['allure-results'], format, out: 'out' })
    expect(stdout).not.toContain('a-secret-key')
    if (format === 'junit') expect(stdout).toContain('signs (key: ******)')
  }
})
