// Whoever can write into the folder of a run must not choose by that what is asked of it: kind, removals and approvals
// stand in a release. Only an example lies with its run, for a platform that exists to be shown.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { GateOptions } from '../../scripts/gate.ts'
import type { Verdict } from '../../src/gate/verdict.ts'
import { askGate } from '../acceptance/gate-environment.ts'
import { makeReleaseFiles, usualPolicyFiles, writeFiles, type Files } from '../acceptance/promise-files.ts'
import { writeRun } from '../acceptance/run-folder.ts'
import { makeTempFolder, readJson } from '../airlock.ts'

let root: string
beforeEach(async () => {
  root = await makeTempFolder()
  await writeRun(join(root, 'run'))
  await writeFiles(root, usualPolicyFiles)
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** The usual release under another name, in the folder of the run. */
const planted: Files = Object.fromEntries(
  Object.entries(makeReleaseFiles({ release: 'planted' })).map(([path, text]) => [
    path.replace('releases/planted', 'run/release'),
    text,
  ]),
)
const describeTarget = (name: string, more = ''): Files => ({
  'policy/targets/reference.yaml': `name: ${name}\nservices: { wallet: '\${URL}' }\n${more}`,
})
const example = 'example: releases/example\n'

async function judge(files: Files, more: GateOptions = {}) {
  await writeFiles(root, { ...planted, ...files })
  const { stdout, stderr } = await askGate(root, { run: 'run', out: 'out', ...more })
  const { release } = await readJson<Verdict>(root, 'out/verdict.json')
  return { release: release?.id ?? null, stdout, stderr }
}

describe('a release in the folder of a run is left alone, and that is said,', () => {
  test.each<[string, Files, string | null]>([
    ['where nobody described the target', {}, null],
    ['where the target has no example', describeTarget('reference'), null],
    ['where another target has one', describeTarget('other', example), null],
    ['where a target cannot be read', describeTarget('reference', `${example}- {`), null],
    [
      'where the project has one of its own',
      { ...describeTarget('reference', example), ...makeReleaseFiles() },
      '2026.24',
    ],
  ])('%s', async (_, files, release) => {
    const judged = await judge(files)
    expect(judged.release).toBe(release)
    expect(judged.stderr).toContain('run/release/release.yaml is not judged')
    expect(judged.stdout).not.toContain('release.yaml')
  })
})

describe('it is judged, and named with the verdict,', () => {
  test.each<[string, Files, GateOptions]>([
    ['where the target has an example, and the project no release', describeTarget('reference', example), {}],
    ['where it is named', makeReleaseFiles(), { release: 'run/release' }],
  ])('%s', async (_, files, options) => {
    const judged = await judge(files, options)
    expect(judged.release).toBe('planted')
    expect(judged.stdout).toContain('\n release read from run/release/release.yaml\n')
    expect(judged.stderr).not.toContain('is not judged')
    expect((await judge(files, { ...options, dryRun: true })).stdout).toContain(
      'release read from run/release/',
    )
  })
})

test('a release below releases/ needs no such line', async () => {
  const { release, stdout } = await judge(makeReleaseFiles(), { release: './releases/2026.24/' })
  expect(release).toBe('2026.24')
  expect(stdout).not.toContain('release read from')
})
