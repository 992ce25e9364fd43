// A scenario that nobody reads is one that nobody misses.
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigurationError } from '../release/problem.ts'
import { readFeatures } from './read-features.ts'

function makeProject(files: readonly string[]): string {
  const cwd = mkdtempSync(join(tmpdir(), 'features-'))
  for (const folder of ['features/wallets', 'elsewhere']) mkdirSync(join(cwd, folder), { recursive: true })
  for (const file of files) writeFileSync(join(cwd, file), 'Feature: F\n  Scenario: S\n    Given it\n')
  return cwd
}

function readProblems(cwd: string): string[] {
  try {
    return readFeatures(cwd, ['features']).map(({ uri }) => uri)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return error.problems.map(({ file, received }) => `${file}: ${received}`)
  }
}

test.each(['A.FEATURE', 'a.Feature', 'a.features', 'a.feature.txt', 'wallets/a.feature.md'])(
  '%s is told, as it is not read',
  (name) => {
    const cwd = makeProject(['features/b.feature', `features/${name}`])
    expect(readProblems(cwd)).toEqual([`features/${name}: a name that nearly does`])
  },
)

test('features behind a link to a folder are told, and a link to a feature is read', () => {
  const cwd = makeProject(['features/b.feature', 'elsewhere/c.feature'])
  symlinkSync('../elsewhere/c.feature', join(cwd, 'features', 'd.feature'))
  expect(readProblems(cwd)).toEqual(['features/b.feature', 'features/d.feature'])
  writeFileSync(join(cwd, 'elsewhere', 'e.feature'), 'Feature: E\n')
  symlinkSync('../elsewhere', join(cwd, 'features', 'linked'))
  expect(readProblems(cwd)).toEqual(['features/linked/e.feature: a link to a folder, which is not followed'])
})

test('what is no feature is left alone', () => {
  const cwd = makeProject(['features/b.feature', 'features/README.md', 'features/b.feature.off'])
  expect(readProblems(cwd)).toEqual(['features/b.feature'])
})
