// Whatever lies within a results folder is found, at any depth and behind any link, and none of it twice.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findNestedResults } from './find-nested-results.ts'

const reason = 'in a folder within, where none is read'
let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'airlock-nested-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), '{}')
}

test.each([
  'part/a-result.json',
  'part/allure-results/a-result.json',
  'part/b/c/d/a-container.json',
  'part/b/result.json',
])('%s', (path) => {
  write('part/page.html')
  write(path)
  expect(findNestedResults(root, 'part')).toEqual({ name: path, reason })
})

test('a folder of other things, one that is read by itself, and links in a circle', () => {
  write('part/data/attachments/a.json')
  write('part/apart/a-result.json')
  symlinkSync('..', join(root, 'part', 'data', 'back'))
  expect(findNestedResults(root, 'part', new Set([join(root, 'part', 'apart')]))).toBeNull()
})

test('behind a link in a folder within', () => {
  write('part/page.html')
  const elsewhere = mkdtempSync(join(tmpdir(), 'airlock-elsewhere-'))
  writeFileSync(join(elsewhere, 'a-result.json'), '{}')
  symlinkSync(elsewhere, join(root, 'part', 'link'))
  expect(findNestedResults(root, 'part')).toEqual({ name: 'part/link/a-result.json', reason })
  rmSync(elsewhere, { recursive: true })
})
