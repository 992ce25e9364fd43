// A run's files appear whole or not at all, and what could not be written is told once all has been tried.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openRunFolder } from './run-folder.ts'

function openSome() {
  const path = join(mkdtempSync(join(tmpdir(), 'airlock-run-folder-')), 'run')
  onTestFinished(() => rmSync(join(path, '..'), { recursive: true }))
  return openRunFolder(path)
}

it('has written a file when it says so, with its size and digest kept for the seal', () => {
  const folder = openSome()
  folder.write('allure-results/b.txt', 'grün')
  folder.write('allure-results/a.bin', new Uint8Array([1, 2, 3]))
  expect(readFileSync(join(folder.path, 'allure-results/b.txt'), 'utf8')).toBe('grün')
  expect(readdirSync(join(folder.path, 'allure-results'))).toStrictEqual(['a.bin', 'b.txt'])
  expect(folder.files()).toStrictEqual([
    {
      path: 'allure-results/a.bin',
      bytes: 3,
      sha256: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81',
    },
    {
      path: 'allure-results/b.txt',
      bytes: 5,
      sha256: 'fe263064ba02eaeac482aaf1309553779bdb78e385cb1374654de293e191d785',
    },
  ])
  expect(() => folder.settle()).not.toThrow()
})

it('goes on after a file that cannot be written, and says at the end which was the first', () => {
  const folder = openSome()
  folder.write('not there/one.txt', 'one')
  folder.write('nowhere either/two.txt', 'two')
  folder.write('logs/three.txt', 'three')
  expect(readFileSync(join(folder.path, 'logs/three.txt'), 'utf8')).toBe('three')
  expect(() => folder.settle()).toThrow(
    expect.objectContaining({
      message: `${folder.path} could not be written`,
      cause: expect.objectContaining({ code: 'ENOENT', path: join(folder.path, 'not there/one.txt.tmp') }),
    }),
  )
})
