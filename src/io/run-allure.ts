// Builds the Allure report of a run beside its sealed files without changing one of them: what is added to the
// results lies in a staging folder of its own, and both folders are handed to the generator.
import { existsSync } from 'node:fs'
import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AllureRequest, Staging } from './allure-request.ts'
import { findJava, type Java } from './find-java.ts'
import { forEachAtOnce } from './for-each-at-once.ts'
import { finishAllure2, generateAllure2, versionOfAllure2 } from './run-allure-2.ts'
import { finishAllure3, generateAllure3, placeInAllure3, versionOfAllure3 } from './run-allure-3.ts'
import type { Generated } from './run-generator.ts'
import { earlierReport, setOlderReportAside } from './set-older-report-aside.ts'

export type AllureOutcome = {
  /** Null if there is no report. */
  readonly report: {
    /** Such as `Allure 2.46.1, Java 17.0.15 from PATH`. */
    readonly generator: string
    readonly singleFile: boolean
    /** Address of a case within the report, by case id. */
    readonly links: ReadonlyMap<string, string>
  } | null
  /** What went wrong on the way: a line each, and what the generator said. */
  readonly problems: readonly AllureProblem[]
}

export type AllureProblem = { readonly line: string; readonly output: string }

const reportFolder = 'allure-report'
const stagingFolder = 'allure-staging'
/** Larger results make a page that browsers struggle with; they become a folder of many files. */
const largestPageBytes = 40_000_000

/** Builds `allure-report/`. Where none is built, none lies there that tells of an earlier verdict. */
export async function runAllure(request: AllureRequest): Promise<AllureOutcome> {
  const { report, problems } = await buildReport(request)
  const left = report ? null : await setAside(request.run)
  return { report, problems: [...findOddChoice(request.env), ...problems, ...(left === null ? [] : [left])] }
}

const choices: ReadonlySet<string> = new Set(['', '2', '3', 'none'])

function findOddChoice({ AIRLOCK_ALLURE: choice = '' }: AllureRequest['env']): AllureProblem[] {
  if (choices.has(choice)) return []
  return [{ line: `AIRLOCK_ALLURE is neither 2, 3 nor none, so it chooses nothing: ${choice}`, output: '' }]
}

/** What is to be told of an older report; null where there is none. */
async function setAside(run: string): Promise<AllureProblem | null> {
  try {
    const isMoved = await setOlderReportAside(join(run, reportFolder), join(run, earlierReport))
    return isMoved ? { line: `that of an earlier verdict now lies in ${earlierReport}`, output: '' } : null
  } catch (error) {
    const line = `that of an earlier verdict still lies in ${reportFolder}, and could not be moved`
    return { line, output: describe(error) }
  }
}

async function buildReport(request: AllureRequest): Promise<AllureOutcome> {
  const choice = request.env['AIRLOCK_ALLURE'] ?? ''
  if (choice === 'none') return { report: null, problems: [] }
  if (!existsSync(join(request.run, 'allure-results')))
    return fail('there is no allure-results folder in this run')
  const java = choice === '3' ? null : await findJava(request.env)
  if (choice === '2' && !java)
    return fail('AIRLOCK_ALLURE asks for Allure 2, and there is no Java on this machine')
  const generators = [...(java ? [makeGenerator2(java)] : []), ...(choice === '2' ? [] : [generator3])]
  return tryGenerators(request, generators)
}

function fail(line: string): AllureOutcome {
  return { report: null, problems: [{ line, output: '' }] }
}

type Maker = {
  readonly name: string
  readonly generate: (request: AllureRequest, staging: Staging) => Promise<Generated>
  readonly finish: (request: AllureRequest, staging: Staging) => Promise<ReadonlyMap<string, string>>
}

function makeGenerator2(java: Java): Maker {
  return {
    name: `Allure ${versionOfAllure2()}, Java ${java.version} from ${java.origin}`,
    generate: (request, staging) => generateAllure2(request, staging, java),
    finish: (_, staging) => finishAllure2(staging),
  }
}

const generator3: Maker = {
  name: `Allure ${versionOfAllure3()}`,
  generate: generateAllure3,
  async finish({ wanted }, staging) {
    await finishAllure3(staging)
    return new Map(wanted.map(({ caseId, uuid }) => [caseId, placeInAllure3(uuid)]))
  },
}

/** The first that succeeds; what the others said is kept. */
async function tryGenerators(request: AllureRequest, makers: readonly Maker[]): Promise<AllureOutcome> {
  const problems: AllureProblem[] = []
  for (const maker of makers) {
    const made = await tryGenerator(request, maker)
    if (typeof made !== 'string') return { report: made, problems }
    problems.push({ line: `${maker.name} failed`, output: made })
  }
  return { report: null, problems }
}

/** The report, or why there is none: nothing that goes wrong on the way may end more than that. */
async function tryGenerator(
  request: AllureRequest,
  maker: Maker,
): Promise<NonNullable<AllureOutcome['report']> | string> {
  try {
    return await generate(request, maker)
  } catch (error) {
    return describe(error)
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function generate(
  request: AllureRequest,
  maker: Maker,
): Promise<NonNullable<AllureOutcome['report']> | string> {
  try {
    const staging = await openStaging(request)
    const { ok, output } = await maker.generate(request, staging)
    if (!ok || !existsSync(join(staging.output, 'index.html'))) return output.trim() || 'it wrote no report'
    const places = await maker.finish(request, staging)
    const links = new Map(
      [...places].map(([caseId, place]) => [caseId, `${reportFolder}/index.html#${place}`]),
    )
    for (const old of [reportFolder, earlierReport])
      await rm(join(request.run, old), { recursive: true, force: true })
    await rename(staging.output, join(request.run, reportFolder))
    return { generator: maker.name, singleFile: staging.singleFile, links }
  } finally {
    await rm(join(request.run, stagingFolder), { recursive: true, force: true })
  }
}

async function openStaging({ run, added }: AllureRequest): Promise<Staging> {
  const folder = join(run, stagingFolder)
  const results = join(folder, 'results')
  // One that was killed may have left its staging behind.
  await rm(folder, { recursive: true, force: true })
  await mkdir(results, { recursive: true })
  await Promise.all(added.map(({ name, text }) => writeFile(join(results, name), text)))
  return {
    folder,
    results,
    output: join(folder, 'report'),
    folders: ['allure-results', `${stagingFolder}/results`],
    singleFile: (await measure(join(run, 'allure-results'))) <= largestPageBytes,
  }
}

async function measure(folder: string): Promise<number> {
  let bytes = 0
  await forEachAtOnce(await readdir(folder), async (name) => {
    // A link counts as itself: what it leads to may be large, elsewhere, or gone.
    const { size } = await lstat(join(folder, name))
    bytes += size
  })
  return bytes
}
