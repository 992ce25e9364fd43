// Allure results as other frameworks write them: a few fields, whatever else a test wants, and no promise at all.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runStartMs } from './run-folder.ts'

export type Written = Readonly<Record<string, unknown>>

let count = 0

/** One result; a test case of its own unless `fullName` says otherwise. */
export function makeResult(name: string, fields: Written = {}): Written {
  const start = runStartMs + 1000
  return {
    uuid: `uuid-${name}-${count++}`,
    name,
    fullName: `suite.${name}`,
    status: 'passed',
    start,
    stop: start + 10,
    ...fields,
  }
}

/** Writes results under numbered names, and other files under their own: values as JSON, texts as they are. */
export async function writeResults(
  folder: string,
  results: readonly Written[],
  others: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const named = results.map(
    (result, index) => [`${String(index).padStart(4, '0')}-result.json`, result] as const,
  )
  for (const [name, value] of [...named, ...Object.entries(others)]) {
    const data = typeof value === 'string' || Buffer.isBuffer(value) ? value : JSON.stringify(value)
    await writeFile(join(folder, name), data)
  }
}
