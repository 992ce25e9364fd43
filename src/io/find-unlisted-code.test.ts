// A hook that nobody loads is a check that never fails.
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findUnlistedCode, listCodeFolders } from './find-unlisted-code.ts'

const hook = "import { After } from '@cucumber/cucumber'\nAfter(() => undefined)\n"

function makeProject(files: Readonly<Record<string, string>>): string {
  const cwd = mkdtempSync(join(tmpdir(), 'code-'))
  for (const folder of ['steps', 'elsewhere']) mkdirSync(join(cwd, folder))
  for (const [file, text] of Object.entries(files)) writeFileSync(join(cwd, file), text)
  return cwd
}

function readProblems(cwd: string, code: readonly string[] = ['support', 'steps']): string[] {
  return findUnlistedCode(cwd, code).map(({ file, received }) => `${file}: ${received}`)
}

test.each(['.js', '.mjs', '.cjs', '.mts', '.cts', '.tsx', '.TS'])(
  'hooks in a file of %s are told',
  (ending) => {
    const cwd = makeProject({ 'steps/a.ts': hook, [`steps/b.hooks${ending}`]: hook })
    expect(readProblems(cwd)).toEqual([`steps/b.hooks${ending}: ${ending}, which is not loaded`])
  },
)

test('what is imported, what defines nothing and what is no code is left alone', () => {
  const cwd = makeProject({
    'steps/a.ts': `import './hooks.mjs'\n${hook}`,
    'steps/hooks.mjs': hook,
    'steps/amounts.js': 'export const most = 5\n',
    'steps/README.md': 'Steps import from @cucumber/cucumber.\n',
    'steps/a.test.ts': hook,
  })
  expect(readProblems(cwd)).toEqual([])
})

test('code behind a link to a folder is told, and a link to a file is read', () => {
  const cwd = makeProject({ 'elsewhere/c.ts': hook })
  symlinkSync('../elsewhere/c.ts', join(cwd, 'steps', 'd.ts'))
  expect(readProblems(cwd)).toEqual([])
  writeFileSync(join(cwd, 'elsewhere', 'e.ts'), hook)
  symlinkSync('../elsewhere', join(cwd, 'steps', 'linked'))
  expect(readProblems(cwd)).toEqual(['steps/linked/e.ts: a link to a folder, which is not followed'])
})

test('a folder that is named and not there is told, unless it is one of the usual two', () => {
  const cwd = makeProject({ 'elsewhere/c.ts': hook })
  expect(readProblems(cwd, ['suport', 'elsewhere/c.ts', 'steps'])).toEqual([
    'suport: ENOENT',
    'elsewhere/c.ts: a file',
  ])
  expect(listCodeFolders(cwd, ['support', 'steps'])).toEqual(['steps'])
})
