// Allure 2: the report most people know. It needs Java. As a single file it opens by a double click, but it then
// leaves no history folder for the next report; what it embeds is taken out again.
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parseAllureCase, parseAllurePage, type AllurePage } from '../report/parse-allure-page.ts'
import type { AllureRequest, Staging } from './allure-request.ts'
import { findHistory } from './find-history.ts'
import type { Java } from './find-java.ts'
import { forEachAtOnce } from './for-each-at-once.ts'
import { runGenerator, type Generated } from './run-generator.ts'

const require = createRequire(import.meta.url)

export function versionOfAllure2(): string {
  return (require('allure-commandline/package.json') as { version: string }).version
}

/** Generates into `staging.output`. */
export async function generateAllure2(
  request: AllureRequest,
  staging: Staging,
  java: Java,
): Promise<Generated> {
  const history = findHistory(request.run, 'history')
  if (history) await cp(history, join(staging.results, 'history'), { recursive: true })
  const single = staging.singleFile ? ['--single-file'] : []
  const { command, args } = allureCommand()
  return runGenerator({
    command,
    args: [
      ...args,
      'generate',
      ...staging.folders,
      '--output',
      staging.output,
      '--name',
      request.name,
      ...single,
    ],
    cwd: request.run,
    // Java reads the names of files by the locale: in that of plain ASCII it finds no folder named in other letters.
    env: { ...request.env, ...makeJavaEnv(java), LC_ALL: 'C.UTF-8', ALLURE_NO_ANALYTICS: 'true' },
  })
}

// Off Windows the script becomes the Java process itself, so that ending it leaves nothing behind.
function allureCommand(): { command: string; args: string[] } {
  const root = dirname(require.resolve('allure-commandline/package.json'))
  if (process.platform === 'win32') return { command: process.execPath, args: [join(root, 'bin', 'allure')] }
  return { command: join(root, 'dist', 'bin', 'allure'), args: [] }
}

/** The script refuses to start with a JAVA_HOME without Java, although there is one on the PATH. */
function makeJavaEnv({ path, origin }: Java): { JAVA_HOME: string | undefined } {
  return { JAVA_HOME: origin === 'JAVA_HOME' ? dirname(dirname(path)) : undefined }
}

/** Leaves history beside the report, and tells where each of the cases stands in it. */
export async function finishAllure2(staging: Staging): Promise<ReadonlyMap<string, string>> {
  const { history, cases } = staging.singleFile
    ? parseAllurePage(await readFile(join(staging.output, 'index.html'), 'utf8'))
    : { history: {}, cases: await readCases(staging.output) }
  await mkdir(join(staging.output, 'history'), { recursive: true })
  for (const [name, text] of Object.entries(history))
    await writeFile(join(staging.output, 'history', name), text)
  return new Map(Object.entries(cases).map(([caseId, uid]) => [caseId, `testresult/${uid}`]))
}

async function readCases(output: string): Promise<AllurePage['cases']> {
  const folder = join(output, 'data', 'test-cases')
  const cases: Record<string, string> = {}
  await forEachAtOnce(await readdir(folder).catch(() => []), async (name) => {
    Object.assign(cases, parseAllureCase(await readFile(join(folder, name), 'utf8')))
  })
  return cases
}
