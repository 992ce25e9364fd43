// What the gate is asked: flags and files → evidence, release, policy and time. Everything that a person gave by hand
// and that is not there or not right is a usage error; whatever a run left behind is evidence.
import { hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { joinFurther, nothingFurther, type Further } from '../src/evidence/further.ts'
import type { Evidence } from '../src/evidence/evidence.ts'
import {
  makeFurther,
  makeResultsEvidence,
  makeRunEvidence,
  type ReadRun,
} from '../src/evidence/make-evidence.ts'
import type { Question } from '../src/gate/decide.ts'
import type { Past } from '../src/history/past.ts'
import { makeDefaultPolicy, parsePolicy, type PolicySource } from '../src/gate/policy/parse-policy.ts'
import type { Policy } from '../src/gate/policy/policy.ts'
import type { Environment } from '../src/io/environment.ts'
import { describeNoFolder } from '../src/io/describe-no-folder.ts'
import { readBaseline } from '../src/io/read-baseline.ts'
import { readPromised } from '../src/io/read-promised.ts'
import { readQuarantine } from '../src/io/read-quarantine.ts'
import { readNamedText, requireValue } from '../src/io/read-text.ts'
import { readResults } from '../src/io/read-results.ts'
import { readRun } from '../src/io/read-run.ts'
import { readWaivers } from '../src/io/read-waivers.ts'
import { requirePlace } from '../src/io/require-place.ts'
import { ConfigurationError, makeFlagProblem } from '../src/release/problem.ts'
import type { Release, ReleaseKind } from '../src/release/release.ts'
import { askCustomRules } from './ask-custom-rules.ts'
import { askHistory } from './ask-history.ts'
import { parseInstant } from './parse-instant.ts'
import { defaultPolicy, nameOf, readRelease, type ReadRelease } from './read-release.ts'
import type { VerdictFormat } from './command-line.ts'

export type GateOptions = {
  /** Folder of a run. */
  readonly run?: string | undefined
  /** Folders of runs of one shard each, which are joined in `out` and judged as one run. */
  readonly shards?: readonly string[] | undefined
  /** Folders of Allure results. */
  readonly results?: readonly string[] | undefined
  /** Patterns of reports of other suites, which count beside them. */
  readonly junit?: readonly string[] | undefined
  readonly playwright?: readonly string[] | undefined
  readonly policy?: string | undefined
  /** Folder of a release, or its release.yaml; the newest below releases/ where none is named. */
  readonly release?: string | undefined
  /** An instant, ISO 8601: what the verdict would be then. */
  readonly now?: string | undefined
  readonly json?: boolean | undefined
  /** How the verdict is printed; `json` is one of the forms. */
  readonly format?: VerdictFormat | undefined
  /** File of the private key to sign with; else that of the environment, if there is one. */
  readonly key?: string | undefined
  /** Where evidence and verdict go; for a run that is its own folder, and a preview goes nowhere else. */
  readonly out?: string | undefined
  /** Print the policy in force, and judge nothing; `kind` for another kind of release than that of the release. */
  readonly explain?: boolean | undefined
  readonly kind?: ReleaseKind | undefined
  /** Judge for the given time and for now, print what differs, and write nothing. */
  readonly dryRun?: boolean | undefined
}

export type AskedQuestion = Question & {
  /** Where its answer goes to. */
  readonly folder: string
  /** The run as it was read; null for mere results. */
  readonly run: ReadRun | null
  /** The file of the release, from the project's folder. */
  readonly releaseFile: string | null
}

/** Everything `decide` needs, and what else those need who ask. */
export async function readQuestion(options: GateOptions, environment: Environment): Promise<AskedQuestion> {
  const declared = readRelease(options, environment)
  const release = declared?.value ?? null
  const policy = readPolicy(options.policy, release, environment)
  const now = options.now === undefined ? environment.now() : parseInstant('--now', options.now)
  const exceptions = readExceptions(options.policy ?? defaultPolicy, { policy, cwd: environment.cwd })
  const promise = readPromise(options, declared, environment)
  const { folder, ...read } = await readEvidence(options, policy, environment)
  const question = {
    ...read,
    ...exceptions,
    folder: choosePlace(options, folder, environment),
    release,
    releaseFile: declared?.input.path ?? null,
    ...promise.found,
    policy,
    now,
    preview: options.now !== undefined,
    inputs: [...exceptions.inputs, ...promise.inputs],
  }
  const custom = await askCustomRules(question, environment.cwd)
  return { ...question, ...custom, inputs: [...question.inputs, ...custom.inputs] }
}

/** Where the answer goes; a dry run has none. */
function choosePlace({ out, dryRun }: GateOptions, own: string, { cwd }: Environment): string {
  const folder = out === undefined ? own : resolve(cwd, out)
  if (dryRun !== true) requirePlace(cwd, folder)
  return folder
}

/** What clients were promised; absent where nobody wrote down who they are. */
function readPromise(
  { policy = defaultPolicy }: GateOptions,
  declared: ReadRelease | null,
  { cwd }: Environment,
) {
  const place = { release: declared?.folder ?? null, sbom: declared?.value.sbom, cwd }
  const { promised, inputs, problems } = readPromised({ ...place, policy })
  if (problems.length > 0) throw new ConfigurationError(problems)
  return {
    found: promised === null ? {} : { promised },
    inputs: declared ? [declared.input, ...inputs] : inputs,
  }
}

/** Quarantine and waivers, which lie beside the policy. */
function readExceptions(file: string, { policy, cwd }: { policy: Policy; cwd: string }) {
  const quarantine = readQuarantine(file, cwd)
  const rules = [...Object.keys(policy.rules), ...policy.custom.map(({ id }) => id)]
  const { waivers, inputs } = readWaivers({ policy: file, cwd }, rules)
  return { ...quarantine, waivers, inputs: [...quarantine.inputs, ...inputs] }
}

type Read = { evidence: Evidence; history: Past | null; folder: string; run: ReadRun | null }

async function readEvidence(options: GateOptions, policy: Policy, environment: Environment): Promise<Read> {
  const { cwd } = environment
  const { run, results = [] } = options
  for (const folder of [...(run === undefined ? [] : [run]), ...results]) assertFolder(folder, cwd)
  const reports = await readFurther(options, cwd)
  if (run === undefined && results.length === 0 && reports === nothingFurther)
    throw usage('--run or --results', { received: 'neither of them' })
  const { folders, inputs } = await readFolders(results, { cwd, isOnly: run === undefined })
  if (run !== undefined) {
    const further = joinFurther([makeFurther(folders, inputs), reports])
    return readJudgedRun({ folder: resolve(cwd, run), further, policy }, environment)
  }
  const digest = hash('sha256', [...inputs, ...reports.inputs].map(({ sha256 }) => sha256).join())
  const evidence = makeResultsEvidence(folders, inputs, reports)
  const folder = join(cwd, 'reports', `gate-${digest.slice(0, 12)}`)
  return { evidence, history: null, folder, run: null }
}

type RunSource = { readonly folder: string; readonly further: Further; readonly policy: Policy }

async function readJudgedRun(
  { folder, further, policy }: RunSource,
  environment: Environment,
): Promise<Read> {
  const run = await readRun(folder)
  const { past, baseline: kept } = await askHistory(run, policy, environment)
  // A project that has just begun to keep a history still has the reports of before.
  const baseline = kept ?? readBaseline(folder)
  const evidence = makeRunEvidence(run, { further, baseline })
  return { evidence, history: past, folder, run }
}

/** Loaded only when asked for: most gates have no reports of other suites to read. */
async function readFurther({ junit = [], playwright = [] }: GateOptions, cwd: string): Promise<Further> {
  if (junit.length === 0 && playwright.length === 0) return nothingFurther
  const { readReports } = await import('../src/io/read-reports.ts')
  return joinFurther([
    await readReports({ cwd, format: 'junit', patterns: junit }),
    await readReports({ cwd, format: 'playwright', patterns: playwright }),
  ])
}

async function readFolders(results: readonly string[], { cwd, isOnly }: { cwd: string; isOnly: boolean }) {
  const unique = new Set(results.map((folder) => resolve(cwd, folder)))
  const named = { cwd, isOnly: isOnly && unique.size === 1, apart: unique }
  const folders = await Promise.all([...unique].map((folder) => readNamed(folder, named)))
  return { folders, inputs: folders.flatMap(({ input }) => input ?? []) }
}

type Named = { readonly cwd: string; readonly isOnly: boolean; readonly apart: ReadonlySet<string> }

/** One of several folders puts its name before each of its files. */
async function readNamed(folder: string, { cwd, isOnly, apart }: Named) {
  const name = nameOf(folder, cwd)
  const reading = await readResults({ folder, prefix: isOnly ? '' : `${name}/`, apart })
  return { ...reading, path: name, input: reading.input && { ...reading.input, path: `${name}/` } }
}

function assertFolder(folder: string, cwd: string): void {
  const received = describeNoFolder(resolve(cwd, folder))
  if (received !== null) throw usage(folder, { received })
}

function readPolicy(path: string | undefined, release: Release | null, { cwd }: Environment): Policy {
  const kind = release?.kind ?? 'scheduled'
  const source = readPolicySource(path, cwd)
  return source === null ? makeDefaultPolicy(kind) : requireValue(parsePolicy(source, kind))
}

/** A policy that was named must be there; without one every rule blocks, which is the strictest there is. */
export function readPolicySource(path: string | undefined, cwd: string): PolicySource | null {
  const file = path ?? defaultPolicy
  if (path === undefined && !existsSync(resolve(cwd, file))) return null
  return { file, text: readNamedText(cwd, file) }
}

type Wrong = { readonly expected?: string; readonly received: string; readonly cause?: unknown }

function usage(
  what: string,
  { expected = 'a folder or file that is there', received, cause }: Wrong,
): ConfigurationError {
  const remedy = 'Correct the flag; see `airlock gate --help`.'
  const problem = makeFlagProblem(what, { expected, received, remedy })
  return new ConfigurationError([problem], { cause })
}
