// What Chromium is started with, told by a program that stands in its place.
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { launchBrowser } from './browser-session.ts'

/** Writes down what it was asked, and goes away. */
const recorder = `#!${process.execPath}
require('node:fs').writeFileSync(__filename + '.json', JSON.stringify(process.argv.slice(2)))
`

it('turns on all that Playwright turns on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'airlock-browser-'))
  const executablePath = join(folder, 'recorder.cjs')
  await writeFile(executablePath, recorder)
  await chmod(executablePath, 0o755)
  await expect(launchBrowser({ executablePath, headless: true, args: [] })).rejects.toThrow()
  const asked = JSON.parse(await readFile(`${executablePath}.json`, 'utf8')) as string[]
  await rm(folder, { recursive: true })
  const lists = asked
    .filter((one) => one.startsWith('--enable-features='))
    .map((one) => one.slice(one.indexOf('=') + 1).split(','))
  expect(lists).toHaveLength(2)
  expect(lists[1]).toStrictEqual([...(lists[0] ?? []), 'RenderDocument:level/crashed-frame'])
})
