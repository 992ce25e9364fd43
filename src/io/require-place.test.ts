// What stands in the way of a place is told before anything is done; other ways to be wrong stand with the commands.
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { requirePlace } from './require-place.ts'

test('a link that leads nowhere is no place, and neither is one below it', () => {
  const root = mkdtempSync(join(tmpdir(), 'airlock-place-'))
  try {
    symlinkSync(join(root, 'gone'), join(root, 'out'))
    for (const path of ['out', 'out/keys'])
      expect(() => requirePlace(root, join(root, path))).toThrow('received out, which leads nowhere')
    expect(() => requirePlace(root, join(root, 'new/keys'))).not.toThrow()
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})

test('where a folder could be made, none is left', () => {
  const root = mkdtempSync(join(tmpdir(), 'airlock-place-'))
  try {
    requirePlace(root, join(root, 'new/keys'))
    expect(existsSync(join(root, 'new'))).toBe(false)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})

test.runIf(process.platform === 'linux')(
  'a folder of the system in which none can be made is no place',
  () => {
    expect(() => requirePlace('/', '/proc/airlock/run')).toThrow(
      'proc/airlock, which cannot be made (ENOENT)',
    )
  },
)
