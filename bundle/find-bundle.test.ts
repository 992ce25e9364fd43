// The bundle is only ever what the sources say: a gate that judged by yesterday's rules would be worse than a slow one.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeTempFolder, root as airlockRoot } from '../test/airlock.ts'
import { findModule } from './find-bundle.mjs'
import { writeBundle } from './write-bundle.ts'

let root: string

beforeEach(async () => {
  root = await makeTempFolder()
  for (const folder of ['bundle', 'scripts', 'node_modules', 'data'])
    mkdirSync(join(root, folder), { recursive: true })
  for (const name of ['scripts/airlock.mjs', 'bundle/find-bundle.mjs'])
    cpSync(join(airlockRoot, name), join(root, name))
  write('package.json', '{ "type": "module" }')
  write('node_modules/.package-lock.json', '{ "lockfileVersion": 3 }')
  write('data/word.txt', 'a word beside the source')
  write(
    'scripts/main.ts',
    "const { judge } = await import('./judge.ts')\nprocess.stdout.write(judge('good'))\n",
  )
  write('scripts/judge.ts', judgeSource)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const judgeSource = `import { readFileSync } from 'node:fs'
const word = readFileSync(new URL('../data/word.txt', import.meta.url), 'utf8')
const place = (new Error().stack ?? '').includes('/dist/') ? 'bundle' : 'sources'
export const judge = (what: string): string => \`\${what}, by the \${place}, with \${word}\`
`

function write(file: string, text: string): void {
  writeFileSync(join(root, file), text)
}

function start(): string {
  return spawnSync(process.execPath, [join(root, 'scripts', 'airlock.mjs')], { encoding: 'utf8' }).stdout
}

const name = 'commands'
const list = `dist/${name}/bundle.json`
const entries = { main: 'scripts/main.ts' }
const bundle = (): Promise<void> => writeBundle(root, { name, entries, brings: () => false })
const find = (): string | null => findModule(root, name, 'main')

test('a bundle of the sources as they are is what starts, and finds what lies beside them', async () => {
  expect(start()).toBe('good, by the sources, with a word beside the source')
  await bundle()
  expect(start()).toBe('good, by the bundle, with a word beside the source')
})

test('a changed source is what starts, and not the bundle of it', async () => {
  await bundle()
  write('scripts/judge.ts', judgeSource.replace('by the', 'from the'))
  expect(find()).toBeNull()
  expect(start()).toBe('good, from the sources, with a word beside the source')
  await bundle()
  expect(start()).toBe('good, from the bundle, with a word beside the source')
})

test.each<[what: string, spoil: () => void]>([
  ['is not there', () => rmSync(join(root, 'dist'), { recursive: true })],
  ['is of another installation', () => write('node_modules/.package-lock.json', '{ "lockfileVersion": 4 }')],
  ['does not say what it is of', () => write(list, '{')],
  ['was cut off', () => write(list, readFileSync(join(root, list), 'utf8').slice(0, 40))],
])('a bundle that %s is none', async (_what, spoil) => {
  await bundle()
  expect(find()).toBe(pathToFileURL(join(root, 'dist', name, 'main.js')).href)
  spoil()
  expect(find()).toBeNull()
  expect(start()).toContain('by the sources')
})

test('a source that is gone leaves no bundle', async () => {
  await bundle()
  rmSync(join(root, 'scripts', 'judge.ts'))
  expect(find()).toBeNull()
})

test('a command that would wait for the entry is refused when it is bundled', async () => {
  write('scripts/main.ts', "export const word = 'good'\nawait import('./judge.ts')\n")
  write('scripts/judge.ts', "import { word } from './main.ts'\nprocess.stdout.write(word)\n")
  await expect(bundle()).rejects.toThrow('judge imports the entry')
  expect(find()).toBeNull()
})

test('a source that asks for its folder by name is refused when it is bundled', async () => {
  write('scripts/judge.ts', `${judgeSource}export const folder = import.meta.dirname\n`)
  await expect(bundle()).rejects.toThrow('scripts/judge.ts says where it is')
})
