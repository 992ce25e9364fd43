// One file after the other or many at once: what is handed over is the same, and each file comes once.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFilesAtOnce } from './read-files-at-once.ts'

let folder: string
const names = Array.from({ length: 100 }, (_, at) => `${at}-result.json`)
// Larger than the buffer that serves all small ones.
const large = 'x'.repeat(300_000)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'airlock-read-'))
  for (const name of names) await writeFile(join(folder, name), name === '60-result.json' ? large : name)
  await mkdir(join(folder, 'folder'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function read(all: readonly string[], isSlow: (msPerFile: number) => boolean) {
  const found: [string, string][] = []
  await readFilesAtOnce({ folder, names: all, isSlow }, (content, index) => {
    const text = typeof content === 'string' ? `no file: ${content}` : Buffer.from(content).toString()
    found.push([all[index] ?? '', text])
  })
  return found.toSorted(([a], [b]) => (a < b ? -1 : 1))
}

test.each([
  ['one after the other', () => false],
  ['many at once', () => true],
])('%s, every file is handed over once and whole', async (_name, isSlow) => {
  const found = await read(names, isSlow)
  expect(found.map(([name]) => name)).toEqual(names.toSorted())
  for (const [name, text] of found) expect(text === (name === '60-result.json' ? large : name)).toBe(true)
})

test.each([
  ['one after the other', () => false],
  ['many at once', () => true],
])(
  '%s, a file that cannot be read comes with its reason, and the others all the same',
  async (_name, isSlow) => {
    const odd = [...names.slice(0, 50), 'folder', 'gone', ...names.slice(50)]
    const found = new Map(await read(odd, isSlow))
    expect(found.size).toBe(102)
    expect(found.get('gone')).toBe('no file: ENOENT')
    expect(found.get('folder')).toBe('no file: EISDIR')
  },
)

test('of no files nothing is handed over', async () => {
  expect(await read([], () => false)).toEqual([])
})
