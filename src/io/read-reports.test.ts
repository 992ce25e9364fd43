// Reports are found by patterns that people write; what a pattern finds twice, or does not find, must not go unseen.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readReports } from './read-reports.ts'

const report = '<testsuite name="unit" timestamp="2026-11-23T08:00:00"><testcase name="a"/></testsuite>'
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'airlock-reports-'))
  mkdirSync(join(root, 'out'))
  writeFileSync(join(root, 'out', 'b.xml'), report)
  writeFileSync(join(root, 'out', 'a.xml'), report.replace('"a"', '"b"'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const read = (...patterns: string[]) => readReports({ cwd: root, format: 'junit', patterns })
const kinds = async (...patterns: string[]) =>
  (await read(...patterns)).problems.map(({ kind, subject, detail }) => [kind, subject, detail['reason']])

test('every report is read once, whichever patterns find it', async () => {
  const { files, results, inputs, problems } = await read(
    'out/*.xml',
    'out/a.xml',
    'out/*.xml',
    join(root, 'out/b.xml'),
  )
  expect({ files, results: results.length, problems }).toEqual({ files: 2, results: 2, problems: [] })
  expect(inputs.map(({ path }) => path)).toEqual(['out/a.xml', 'out/b.xml'])
  expect(inputs[1]).toMatchObject({ bytes: report.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
})

test('a pattern that finds nothing says so, beside one that does', async () => {
  expect(await kinds('out/a.xml', 'reports/*.xml')).toEqual([['no-reports', 'reports/*.xml', undefined]])
})

test('links and folders are not followed', async () => {
  symlinkSync('b.xml', join(root, 'out', 'link.xml'))
  mkdirSync(join(root, 'out', 'folder.xml'))
  expect(await kinds('out/*.xml')).toEqual([
    ['unreadable-result', 'out/folder.xml', 'no regular file'],
    ['unreadable-result', 'out/link.xml', 'no regular file'],
  ])
})

test('a link to a folder is not followed either, and what it hides is told', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'airlock-elsewhere-'))
  try {
    mkdirSync(join(elsewhere, 'b'))
    writeFileSync(join(elsewhere, 'b', 'c.xml'), report)
    symlinkSync(elsewhere, join(root, 'out', 'module'))
    symlinkSync(elsewhere, join(root, 'out', 'module-again'))
    const told = ['unreadable-result', 'out/module-again/b/c.xml', 'behind a link, which is not followed']
    expect(await kinds('out/**/*.xml')).toEqual([told])
    expect(await kinds('out/**/*.xml', 'out/module/**/*.xml')).toEqual([])
  } finally {
    rmSync(elsewhere, { recursive: true, force: true })
  }
})

test('a link to what is read anyway, to a folder around it, to nothing, or of a package manager is none', async () => {
  symlinkSync(join(root, 'out'), join(root, 'same'))
  symlinkSync(root, join(root, 'out', 'up'))
  symlinkSync(join(root, 'gone'), join(root, 'out', 'nothing'))
  mkdirSync(join(root, 'out', 'node_modules'))
  mkdirSync(join(root, 'library'))
  writeFileSync(join(root, 'library', 'd.xml'), report)
  symlinkSync(join(root, 'library'), join(root, 'out', 'node_modules', 'library'))
  expect(await kinds('out/**/*.xml')).toEqual([])
  expect(await kinds('**/a.xml')).toEqual([])
})

test('a folder that may not be looked into hides reports, and that is told', async () => {
  mkdirSync(join(root, 'out', 'module', 'reports'), { recursive: true })
  writeFileSync(join(root, 'out', 'module', 'reports', 'c.xml'), report.replace('"a"', '"c"'))
  const may = (folder: string): boolean => !folder.endsWith('module')
  const ask = (pattern: string) => readReports({ cwd: root, format: 'junit', patterns: [pattern], may })
  const { problems } = await ask('out/**/*.xml')
  expect(problems).toMatchObject([
    {
      kind: 'unreadable-result',
      subject: 'out/module/',
      detail: { reason: 'a folder that may not be looked into' },
    },
  ])
  expect((await ask('out/*.xml')).problems).toEqual([])
  // On the way to where a pattern begins nothing has to be listed.
  expect((await ask('out/module/reports/*.xml')).problems).toEqual([])
  expect((await ask(join(root, 'out/module/reports/*.xml'))).problems).toEqual([])
  expect((await ask('out/*/*.xml')).problems).toHaveLength(1)
  expect((await ask('out/*/reports/*.xml')).problems).toHaveLength(1)
})

test('there is an end to what is read', async () => {
  truncateSync(join(root, 'out', 'a.xml'), 129 * 1024 * 1024)
  expect(await kinds('out/a.xml')).toEqual([['unreadable-result', 'out/a.xml', 'larger than 128 MiB']])
})

test('a pattern that finds only what another has found before is no empty one', async () => {
  expect(await kinds('out/*.xml', 'out/a.xml')).toEqual([])
})
