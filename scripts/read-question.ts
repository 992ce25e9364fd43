// What the gate is asked: flags and files → evidence, release, policy and time. Everything that a person gave by hand
// and that is not there or not right is a usage error; whatever a run left behind is evidence.
import { hash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { makeResultsEvidence, makeRunEvidence } from '../src/evidence/make-evidence.ts'
import type { Evidence, Input } from '../src/evidence/evidence.ts'
import type { Question } from '../src/gate/decide.ts'
import { makeDefaultPolicy, parsePolicy } from '../src/gate/parse-policy.ts'
import type { Policy } from '../src/gate/policy.ts'
import type { Environment } from '../src/io/environment.ts'
import { findNewestRelease } from '../src/io/find-release.ts'
import { readNamedText, requireValue } from '../src/io/read-text.ts'
import { readResults } from '../src/io/read-results.ts'
import { readRun } from '../src/io/read-run.ts'
import { parseYaml } from '../src/release/parse-document.ts'
import { ConfigurationError } from '../src/release/problem.ts'
import { releaseSchema, type Release } from '../src/release/release.ts'

export type GateOptions = {
  /** Folder of a run. */
  readonly run?: string | undefined
  /** Folders of Allure results. */
  readonly results?: readonly string[] | undefined
  readonly policy?: string | undefined
  /** Folder of a release, or its release.yaml; the newest below releases/ where none is named. */
  readonly release?: string | undefined
  /** An instant, ISO 8601: what the verdict would be then. */
  readonly now?: string | undefined
  readonly json?: boolean | undefined
  /** Where evidence and verdict go; for a run that is its own folder. */
  readonly out?: string | undefined
}

/** Everything `decide` needs, and the folder its answer goes to. */
export async function readQuestion(
  options: GateOptions,
  environment: Environment,
): Promise<Question & { readonly folder: string }> {
  const release = readRelease(options.release, environment)
  const policy = readPolicy(options.policy, release?.value ?? null, environment)
  const now = options.now === undefined ? environment.now() : parseNow(options.now)
  const { evidence, folder } = await readEvidence(options, environment)
  return {
    evidence,
    folder: options.out === undefined ? folder : resolve(environment.cwd, options.out),
    release: release?.value ?? null,
    policy,
    now,
    preview: options.now !== undefined,
    inputs: release ? [release.input] : [],
  }
}

async function readEvidence(
  { run, results = [] }: GateOptions,
  { cwd }: Environment,
): Promise<{ evidence: Evidence; folder: string }> {
  if ((run === undefined) === (results.length === 0))
    throw usage('--run or --results', { received: 'none or both of them' })
  for (const folder of [...(run === undefined ? [] : [run]), ...results]) assertFolder(folder, cwd)
  if (run !== undefined) {
    const folder = resolve(cwd, run)
    return { evidence: makeRunEvidence(await readRun(folder)), folder }
  }
  const unique = [...new Set(results.map((folder) => resolve(cwd, folder)))]
  const folders = await Promise.all(
    unique.map((folder) => readNamed(folder, { cwd, isOnly: unique.length === 1 })),
  )
  const inputs = folders.flatMap(({ input }) => input ?? [])
  const digest = hash('sha256', inputs.map(({ sha256 }) => sha256).join())
  const evidence = makeResultsEvidence(folders, inputs)
  return { evidence, folder: join(cwd, 'reports', `gate-${digest.slice(0, 12)}`) }
}

/** One of several folders puts its name before each of its files. */
async function readNamed(folder: string, { cwd, isOnly }: { cwd: string; isOnly: boolean }) {
  const name = nameOf(folder, cwd)
  const reading = await readResults({ folder, prefix: isOnly ? '' : `${name}/` })
  return { ...reading, path: name, input: reading.input && { ...reading.input, path: `${name}/` } }
}

/** Relative to the project, so that the same files give the same documents on every machine. */
function nameOf(folder: string, cwd: string): string {
  return relative(cwd, resolve(cwd, folder)).replaceAll('\\', '/') || '.'
}

function assertFolder(folder: string, cwd: string): void {
  const found = statSync(resolve(cwd, folder), { throwIfNoEntry: false })
  if (!found?.isDirectory()) throw usage(folder, { received: found ? 'a file' : 'nothing of that name' })
}

function readRelease(
  named: string | undefined,
  { cwd }: Environment,
): { value: Release; input: Input } | null {
  const path = named ?? findNewestRelease(cwd)
  if (path === null) return null
  const file = /\.ya?ml$/.test(path) ? path : join(path, 'release.yaml')
  const text = readNamedText(cwd, file)
  const value = requireValue(parseYaml({ file, text }, releaseSchema))
  return {
    value,
    input: { path: nameOf(file, cwd), bytes: Buffer.byteLength(text), sha256: hash('sha256', text) },
  }
}

/** A policy that was named must be there; without one every rule blocks, which is the strictest there is. */
function readPolicy(path: string | undefined, release: Release | null, { cwd }: Environment): Policy {
  const kind = release?.kind ?? 'scheduled'
  const file = path ?? 'policy/policy.yaml'
  if (path === undefined && !existsSync(resolve(cwd, file))) return makeDefaultPolicy(kind)
  return requireValue(parsePolicy({ file, text: readNamedText(cwd, file) }, kind))
}

function parseNow(text: string): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch (error) {
    throw usage('--now', {
      expected: 'an instant such as 2026-11-30T03:00:00Z',
      received: text,
      cause: error,
    })
  }
}

type Wrong = { readonly expected?: string; readonly received: string; readonly cause?: unknown }

function usage(
  what: string,
  { expected = 'a folder or file that is there', received, cause }: Wrong,
): ConfigurationError {
  const problem = {
    file: 'command line',
    path: what,
    expected,
    received,
    remedy: 'Correct the flag; see `airlock gate --help`.',
  }
  return new ConfigurationError([problem], { cause })
}
