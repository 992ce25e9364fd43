// What lies beside the policy is read, and whatever is wrong with it is told and thrown at nobody.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readQuarantine } from './read-quarantine.ts'

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'airlock-quarantine-'))
  for (const folder of ['good', 'bad', 'odd/quarantine.yaml', 'none'])
    mkdirSync(join(cwd, folder), { recursive: true })
  writeFileSync(join(cwd, 'good/quarantine.yaml'), '# nothing at the moment\n')
  writeFileSync(join(cwd, 'bad/quarantine.yaml'), '- case: a\n')
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

test('no file is no quarantine', () => {
  expect(readQuarantine('none/policy.yaml', cwd)).toEqual({ inputs: [] })
})

test('the file beside the policy is read, and is an input of the verdict', () => {
  expect(readQuarantine('good/policy.yaml', cwd)).toMatchObject({
    quarantine: { entries: [], problems: [] },
    inputs: [{ path: 'good/quarantine.yaml', bytes: 24 }],
  })
})

test('a mistake in it is told with its place, and the file is an input all the same', () => {
  const { quarantine, inputs } = readQuarantine('bad/policy.yaml', cwd)
  expect(quarantine?.problems[0]).toMatchObject({ file: 'bad/quarantine.yaml', line: 1, column: 3 })
  expect(inputs).toHaveLength(1)
})

test('what is no file is told as well', () => {
  expect(readQuarantine('odd/policy.yaml', cwd)).toMatchObject({
    quarantine: { entries: [], problems: [{ file: 'odd/quarantine.yaml' }] },
    inputs: [],
  })
})
