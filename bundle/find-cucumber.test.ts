// The bundle is only ever taken where it is of what is installed: steps would meet another Cucumber than is tested.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cucumberModules, digestInstalled, findCucumber } from './find-cucumber.ts'

let folder: string
let root: URL

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'airlock-cucumber-'))
  root = pathToFileURL(`${folder}/`)
  for (const name of ['node_modules', 'dist/cucumber']) mkdirSync(join(folder, name), { recursive: true })
  install('3')
  describeBundle(JSON.stringify({ sha256: digestInstalled(root) }))
})
afterEach(() => rmSync(folder, { recursive: true }))

function install(version: string): void {
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), `{ "lockfileVersion": ${version} }`)
}

function describeBundle(text: string): void {
  writeFileSync(join(folder, 'dist/cucumber/bundle.json'), text)
}

test('each module is in the bundle, whether it is imported or required', () => {
  const found = findCucumber(root)
  expect(new Set(found.values())).toEqual(
    new Set(Object.keys(cucumberModules).map((name) => new URL(`dist/cucumber/lib/${name}.js`, root).href)),
  )
  const own = [...found].filter(([, url]) => url.endsWith('/index.js')).map(([from]) => from)
  const files = ['@cucumber/cucumber/lib/wrapper.mjs', '@cucumber/cucumber/lib/index.js']
  expect(own.map((from) => from.split('/node_modules/')[1])).toEqual(files)
})

test.each<[what: string, change: () => void]>([
  ['of another installation', () => install('4')],
  ['that was cut off', () => describeBundle('{ "sha')],
  ['that does not say what it is of', () => describeBundle('{}')],
  ['that is not there', () => rmSync(join(folder, 'dist'), { recursive: true })],
])('a bundle %s is none', (_what, change) => {
  expect(findCucumber(root).size).toBeGreaterThan(0)
  change()
  expect(findCucumber(root).size).toBe(0)
})
