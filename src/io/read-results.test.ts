// What a folder tells as a whole stands in test/acceptance; here is what one file may do to all the others.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readResults } from './read-results.ts'

test('a file may tell of more problems than a call takes arguments', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'airlock-results-'))
  try {
    const errors = Array.from({ length: 200_000 }, () => ({ message: 'gone' }))
    writeFileSync(join(folder, 'a-globals.json'), JSON.stringify({ errors }))
    expect((await readResults({ folder, prefix: '' })).problems).toHaveLength(errors.length)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
