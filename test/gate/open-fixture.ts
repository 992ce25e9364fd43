// Results of other projects as the gate meets them: a folder of a project that judges them by the preset for them.
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'allure-results')

/** What an independent program counted. */
export type ExpectedCounts = {
  readonly files: { readonly all: number }
  readonly results: { readonly files: number }
  readonly allure3: {
    readonly tests: number
    readonly hidden_attempts: number
    readonly flaky_candidates: number
    readonly undecided_ties: number
    readonly final: Readonly<Record<string, number>>
  }
  readonly duplicate_uuids: Readonly<Record<string, readonly string[]>>
  readonly attachments: { readonly missing_files: number }
  readonly time: { readonly last_stop: number | null }
}

export async function listFixtures(): Promise<string[]> {
  const entries = await readdir(fixtures, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

export async function readExpectedCounts(name: string): Promise<ExpectedCounts> {
  return JSON.parse(await readFile(join(fixtures, name, 'expected.json'), 'utf8')) as ExpectedCounts
}

/** Copies a set into `<root>/<folder>` and writes the policy for results of any framework. */
export async function openFixture(root: string, name: string, folder = 'allure-results'): Promise<void> {
  await mkdir(join(root, 'policy'), { recursive: true })
  await writeFile(join(root, 'policy', 'policy.yaml'), 'extends: results-only\n')
  const packed = await readFile(join(fixtures, name, 'allure-results.jsonl.gz')).catch(() => null)
  if (packed) await unpack(packed, join(root, folder))
  else await cp(join(fixtures, name, 'allure-results'), join(root, folder), { recursive: true })
}

async function unpack(packed: Uint8Array, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const lines = gunzipSync(packed).toString('utf8').trimEnd().split('\n')
  for (const line of lines) {
    const { name, text } = JSON.parse(line) as { name: string; text: string }
    await writeFile(join(folder, name), text)
  }
}
