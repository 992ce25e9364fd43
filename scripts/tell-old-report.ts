// A run that is judged again has a new verdict, and what people and machines read of it still says what the one before
// said, until the report is made again.
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Environment } from '../src/io/environment.ts'

const shown = [
  'allure-report/index.html',
  'index.html',
  'verdict.md',
  'junit.xml',
  'ctrf.json',
  'gl-code-quality.json',
]

/** Says so where a report lies in the folder of the run. */
export function tellOldReport(folder: string, { cwd, stderr }: Environment): void {
  const old = shown.filter((name) => existsSync(join(folder, name)))
  if (old.length === 0) return
  const run = relative(cwd, folder) || '.'
  stderr.write(`${old.join(', ')} in ${run} still say what was decided before: airlock report --run ${run}\n`)
}
