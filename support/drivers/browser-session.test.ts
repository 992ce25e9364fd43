// What Chromium is started with, told by a program that stands in its place.
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { launchBrowser, openBrowserSession } from './browser-session.ts'
import type { PageOwner } from './page-traffic.ts'

/** Writes down what it was asked, a line each time, and goes away. */
const recorder = `#!${process.execPath}
require('node:fs').appendFileSync(__filename + '.ndjson', JSON.stringify(process.argv.slice(2)) + '\\n')
`

let folder: string
let executablePath: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'airlock-browser-'))
  executablePath = join(folder, 'recorder.cjs')
  await writeFile(executablePath, recorder)
  await chmod(executablePath, 0o755)
})
afterEach(async () => rm(folder, { recursive: true }))

async function readAsked(): Promise<string[][]> {
  const lines = (await readFile(`${executablePath}.ndjson`, 'utf8')).trim().split('\n')
  return lines.map((line) => JSON.parse(line) as string[])
}

it('turns on all that Playwright turns on', async () => {
  await expect(launchBrowser({ executablePath, headless: true, args: [] })).rejects.toThrow()
  const [asked = []] = await readAsked()
  const lists = asked
    .filter((one) => one.startsWith('--enable-features='))
    .map((one) => one.slice(one.indexOf('=') + 1).split(','))
  expect(lists).toHaveLength(2)
  expect(lists[1]).toStrictEqual([...(lists[0] ?? []), 'RenderDocument:level/crashed-frame'])
})

it('starts a browser that did not start again, for whoever asks next', async () => {
  const options = { executablePath, headless: true, args: [], isTraced: false }
  const owner = {} as PageOwner
  for (const _ of ['first', 'second']) await expect(openBrowserSession(options, owner)).rejects.toThrow()
  expect(await readAsked()).toHaveLength(2)
})
