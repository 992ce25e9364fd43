// Whatever is wrong with features is told before any of them runs.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readFeatures } from './read-features.ts'

test('a scenario that is lost in a description is told beside what does not parse', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'features-'))
  mkdirSync(join(cwd, 'features'))
  const good = '\n  Scenario: b\n    Given it\n'
  writeFileSync(join(cwd, 'features/a.feature'), `Feature: A\n  Scenaro: a\n    Given it\n${good}`)
  writeFileSync(join(cwd, 'features/b.feature'), `Feature: B\n${good}\n  Scenaro: c\n`)
  const read = () => readFeatures(cwd, ['features'])
  expect(read).toThrow('features/a.feature:2:3')
  expect(read).toThrow('features/b.feature:6:3')
})
