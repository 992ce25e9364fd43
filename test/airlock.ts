// Tests use Airlock as people do: as a process, by its command line.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { makeHistory } from './empty-history.ts'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const projects = join(root, 'test', 'projects')

export type Finished = { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string }
export type Running = {
  readonly pid: number
  readonly stderr: () => string
  readonly finished: Promise<Finished>
}
type Options = {
  readonly cwd?: string
  readonly env?: Record<string, string>
  /** Where Airlock itself is, for tests of a copy of it. */
  readonly from?: string
}

/** Starts `airlock …`; the caller waits for `finished`. */
export function startAirlock(
  args: readonly string[],
  { cwd = root, env = {}, from = root }: Options = {},
): Running {
  const child = spawn(process.execPath, [join(from, 'scripts', 'airlock.mjs'), ...args], {
    cwd,
    env: {
      ...process.env,
      NO_COLOR: '1',
      // Tests share projects, and must not become each other's past.
      AIRLOCK_HISTORY: makeHistory(),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const finished = once(child, 'close').then(([exitCode]) => ({
    exitCode: exitCode as number | null,
    stdout,
    stderr,
  }))
  return { pid: child.pid ?? -1, stderr: () => stderr, finished }
}

export async function runAirlock(args: readonly string[], options: Options = {}): Promise<Finished> {
  return startAirlock(args, options).finished
}

/** A folder of its own for one test. */
export async function makeTempFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'airlock-test-'))
}

export async function readJson<T>(...path: string[]): Promise<T> {
  return JSON.parse(await readFile(join(...path), 'utf8')) as T
}

/** Every Allure result of a run, by scenario. */
export async function readResults(folder: string): Promise<AllureResult[]> {
  const files = await readdir(join(folder, 'allure-results'))
  const names = files.filter((name) => name.endsWith('-result.json')).toSorted()
  return Promise.all(names.map((name) => readJson<AllureResult>(folder, 'allure-results', name)))
}

export type AllureResult = {
  name: string
  historyId: string
  status: string
  statusDetails: { message?: string }
  labels: { name: string; value: string }[]
  parameters: { name: string; value: string }[]
  attachments: { name: string; source: string; type: string }[]
}

export function labelOf(result: AllureResult, name: string): string | undefined {
  return result.labels.find((label) => label.name === name)?.value
}

export type Process = { readonly pid: number; readonly parent: number; readonly command: string }

/** Every process of the machine. */
export async function listProcesses(): Promise<Process[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,command='])
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }]
  })
}

/** What a process has started, and what that has started: what must be gone when it is gone. */
export async function listDescendants(pid: number): Promise<Process[]> {
  const all = await listProcesses()
  const below = (parent: number): Process[] =>
    all.filter((one) => one.parent === parent).flatMap((child) => [child, ...below(child.pid)])
  return below(pid)
}

/** Asks again and again until the answer is yes; the test's own time-out is the limit. */
export async function waitUntil(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(20)
}

/** Waits until none of the processes is left. */
export async function waitUntilGone(processes: readonly Process[]): Promise<void> {
  await waitUntil(async () => {
    const alive = await listProcesses()
    return !processes.some(({ pid, command }) =>
      alive.some((one) => one.pid === pid && one.command === command),
    )
  })
}
