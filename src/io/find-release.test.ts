// The newest release is judged where nobody names one; names with numbers must not be taken for words.
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findNewestRelease } from './find-release.ts'

async function makeProject(...names: string[]): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), 'airlock-release-'))
  for (const name of names) {
    await mkdir(join(cwd, 'releases', name), { recursive: true })
    await writeFile(join(cwd, 'releases', name, 'release.yaml'), '')
  }
  return cwd
}

test('the newest is the last by its numbers', async () => {
  expect(findNewestRelease(await makeProject('2026.9', '2026.24', '2025.30'))).toBe('releases/2026.24')
})

test('one whose file has another ending is not passed over for an earlier one', async () => {
  const cwd = await makeProject('2026.1')
  await mkdir(join(cwd, 'releases', '2026.2'))
  await writeFile(join(cwd, 'releases', '2026.2', 'release.yml'), '')
  expect(findNewestRelease(cwd)).toBe('releases/2026.2')
})

test('a folder without a release file is none, and a project without releases has none', async () => {
  const cwd = await makeProject('2026.1')
  await mkdir(join(cwd, 'releases', '2026.2'))
  expect(findNewestRelease(cwd)).toBe('releases/2026.1')
  expect(findNewestRelease(await makeProject())).toBeNull()
})

test('one whose file is a link that leads nowhere is not passed over either', async () => {
  const cwd = await makeProject('2026.1')
  await mkdir(join(cwd, 'releases', '2026.2'))
  await symlink('gone.yaml', join(cwd, 'releases', '2026.2', 'release.yaml'))
  await symlink('loop', join(cwd, 'releases', 'loop'))
  expect(findNewestRelease(cwd)).toBe('releases/2026.2')
})

test('a file in the place of the releases is a problem', async () => {
  const cwd = await makeProject()
  await writeFile(join(cwd, 'releases'), '')
  expect(() => findNewestRelease(cwd)).toThrow('releases: expected a file that can be read, received ENOTDIR')
})
