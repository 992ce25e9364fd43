// The published catalogue is what steps and features say today.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { openEnvironment } from '../src/io/environment.ts'
import { readCatalogue, renderPages } from './steps.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'docs', 'steps')
let pages: Readonly<Record<string, string>>

beforeAll(async () => {
  const target = 'policy/targets/reference.yaml'
  pages = renderPages(await readCatalogue({ target }, { ...openEnvironment(), cwd: root }))
})

it('docs/steps has a page for each noun there is, and no other (npx airlock steps --write)', () => {
  expect(readdirSync(folder).toSorted()).toEqual(Object.keys(pages).toSorted())
})

it('docs/steps is as steps and features have it (npx airlock steps --write)', () => {
  for (const [name, text] of Object.entries(pages)) {
    // The whole page would be no help to whoever reads the failure.
    expect(readFileSync(join(folder, name), 'utf8') === text, `${name} is out of date`).toBe(true)
  }
})
