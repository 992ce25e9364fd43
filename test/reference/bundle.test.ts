// The platform in few files has to be the same platform: the same build, and its pages found beside its sources. It is tried
// in a copy, since what stands in a checkout may be of other sources.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, cpSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reference } from '../../bundle/bundles.ts'
import { writeBundle } from '../../bundle/write-bundle.ts'
import type { Ready } from '../../reference/start-platform.ts'
import { makeTempFolder, root as airlockRoot } from '../airlock.ts'

let root: string

beforeEach(async () => {
  root = await makeTempFolder()
  for (const name of ['bundle', 'reference', 'package.json'])
    cpSync(join(airlockRoot, name), join(root, name), { recursive: true })
  symlinkSync(join(airlockRoot, 'node_modules'), join(root, 'node_modules'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** What a platform of the copy says of itself and shows, or what it says where it does not start. */
async function look() {
  const child = spawn(process.execPath, [join(root, 'reference/main.ts'), '--https', '--stop-with-stdin'])
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const closed = once(child, 'close')
  const line = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), closed])
  const ready = typeof line[0] === 'string' ? (JSON.parse(line[0]) as Ready) : null
  const shown = ready && (await show(ready))
  child.stdin.end()
  await closed
  return { build: ready?.digest, isSecure: ready?.httpsUrl !== undefined, shown, stderr }
}

async function show({ url }: Ready) {
  const page = await fetch(`${url}/dashboard/sign-in`)
  const html = await page.text()
  const style = /href="([^"]+[.]css[^"]*)"/.exec(html)?.[1] ?? ''
  const css = await (await fetch(new URL(style, url))).text()
  return { status: page.status, title: /<title>([^<]*)/.exec(html)?.[1], css }
}

test('it starts as it does from its sources', async () => {
  const fromSources = await look()
  expect(fromSources.shown).toMatchObject({
    status: 200,
    title: expect.stringContaining('Sign in'),
    css: expect.stringContaining('color-scheme'),
  })
  await writeBundle(root, reference)
  expect(await look()).toEqual(fromSources)
})

test('it is what starts', async () => {
  await writeBundle(root, reference)
  appendFileSync(join(root, 'dist/reference/run-instance.js'), 'throw new Error("spoilt")\n')
  expect((await look()).stderr).toContain('spoilt')
})
