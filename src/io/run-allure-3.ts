// Allure 3: needs no Java. It keeps its history in one file that grows by a line with each report.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { copyFile, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { renderCategories } from '../run/allure-side-files.ts'
import type { AllureRequest, Staging } from './allure-request.ts'
import { findHistory } from './find-history.ts'
import { runGenerator, type Generated } from './run-generator.ts'

const historyName = 'history.jsonl'
const longestHistory = 20

/** Generates into `staging.output`. */
export async function generateAllure3(request: AllureRequest, staging: Staging): Promise<Generated> {
  const earlier = findHistory(request.run, historyName)
  const historyPath = join(staging.folder, historyName)
  if (earlier) await copyHistory(earlier, historyPath)
  const config = join(staging.folder, 'allurerc.json')
  await writeFile(config, JSON.stringify(makeConfig(request, staging, historyPath)))
  return runGenerator({
    command: process.execPath,
    args: [join(root, 'cli.js'), 'generate', '--config', config, ...staging.folders],
    cwd: request.run,
    env: request.env,
  })
}

function makeConfig({ name }: AllureRequest, { output, singleFile }: Staging, historyPath: string) {
  const options = { singleFile, reportName: name, groupBy: ['parentSuite', 'suite', 'subSuite'] }
  return {
    name,
    output,
    plugins: { awesome: { options } },
    categories: JSON.parse(renderCategories()) as unknown,
    historyPath,
    historyLimit: longestHistory,
  }
}

// The package exports neither its command nor its description, so both are found beside what it does export.
const root = join(dirname(fileURLToPath(import.meta.resolve('allure'))), '..')

export function versionOfAllure3(): string {
  const read = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return read.version
}

/** A line that is no JSON would end the generator; without it, one point of the trend is missing. */
async function copyHistory(from: string, to: string): Promise<void> {
  const text = await readFile(from, 'utf8')
  const lines = text.split('\n').filter(isJson)
  await (lines.length === text.split('\n').length
    ? copyFile(from, to)
    : writeFile(to, `${lines.join('\n')}\n`))
}

function isJson(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}

const analytics =
  /<script async src="https:\/\/www\.googletagmanager\.com[^>]*><\/script>\s*<script>[^<]*<\/script>/

/** Leaves history beside the report, and takes out the script that would tell a third party of every reader. */
export async function finishAllure3({ folder, output }: Staging): Promise<void> {
  const page = join(output, 'index.html')
  const text = await readFile(page, 'utf8')
  await writeFile(page, text.replace(analytics, ''))
  await rename(join(folder, historyName), join(output, historyName))
}

/** Where a result stands in the report: Allure 3 names it by the digest of its uuid. */
export function placeInAllure3(uuid: string): string {
  return createHash('md5').update(uuid).digest('hex')
}
