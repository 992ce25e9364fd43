// What the harness costs beside plain cucumber-js, how it grows with one large file, and what workers are worth.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeBenchProject, stepsFolder, type BenchProject } from './make-bench-project.ts'

export type Ratio = {
  readonly what: string
  readonly ratio: number
  readonly budget: string
  readonly detail: string
  readonly kept: boolean
}

const main = fileURLToPath(new URL('../scripts/airlock.mjs', import.meta.url))
const cucumber = join(
  createRequire(import.meta.url).resolve('@cucumber/cucumber/package.json'),
  '..',
  'bin',
  'cucumber.js',
)

/** Milliseconds from start to end of a process; anything but exit code 0 is an error. */
async function time(args: readonly string[], { folder, env }: BenchProject): Promise<number> {
  const start = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const [exitCode] = (await once(child, 'close')) as [number | null]
  if (exitCode !== 0) throw new Error(`${args.join(' ')} left with ${String(exitCode)}\n${stderr}`)
  return performance.now() - start
}

async function timeAirlock(project: BenchProject, workers: number): Promise<number> {
  const out = await mkdtemp(join(tmpdir(), 'airlock-bench-run-'))
  return time(
    [main, 'run', '--target', 'policy/targets/bench.yaml', '--workers', String(workers), '--out', out],
    project,
  )
}

async function timeCucumber(project: BenchProject): Promise<number> {
  return time([cucumber, '--import', `${stepsFolder}/*.ts`, '--format', 'summary', 'features'], project)
}

/** The middle of an odd number of measurements of each, taken in turn so that a slow minute hits all alike. */
async function medians(rounds: number, ...measures: (() => Promise<number>)[]): Promise<number[]> {
  const times: number[][] = measures.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, measure] of measures.entries()) times[index]?.push(await measure())
  }
  return times.map((all) => all.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN)
}

/** 500 API scenarios in 20 files, all reports and the seal, against plain cucumber-js without any report. */
export async function benchCost(): Promise<Ratio> {
  const project = await makeBenchProject(20, 25)
  const [airlock = 0, plain = 0] = await medians(
    9,
    () => timeAirlock(project, 2),
    () => timeCucumber(project),
  )
  project.close()
  const detail = `500 API cases: ${seconds(airlock)} with two workers, plain cucumber-js ${seconds(plain)}`
  return judge({
    what: 'harness cost per API case against plain cucumber-js',
    ratio: airlock / plain,
    limit: 1.5,
    detail,
  })
}

/** Cost per case of 4,000 cases in one file against 400. */
export async function benchOneFile(): Promise<Ratio> {
  const [small, large] = [await makeBenchProject(1, 400), await makeBenchProject(1, 4000)]
  const [few = 0, many = 0] = await medians(
    3,
    () => timeAirlock(small, 2),
    () => timeAirlock(large, 2),
  )
  small.close()
  large.close()
  const detail = `${(few / 400).toFixed(2)} ms a case with 400, ${(many / 4000).toFixed(2)} ms with 4,000`
  return judge({
    what: '4,000 cases in one file against 400, per case',
    ratio: many / 10 / few,
    limit: 1.2,
    detail,
  })
}

/** How much faster four workers are than one on cases that only wait, as long as a suite does: 80 s in all. */
export async function benchWorkers(): Promise<Ratio> {
  const project = await makeBenchProject(8, 40, 250)
  const [one = 0, four = 0] = await medians(
    1,
    () => timeAirlock(project, 1),
    () => timeAirlock(project, 4),
  )
  project.close()
  const ratio = one / four / 4
  const detail = `320 cases of 250 ms: ${seconds(one)} with one worker, ${seconds(four)} with four`
  return {
    what: 'speed-up of four workers, per worker',
    ratio,
    budget: 'at least 0.9',
    detail,
    kept: ratio >= 0.9,
  }
}

function judge({ limit, ...rest }: { what: string; ratio: number; limit: number; detail: string }): Ratio {
  return { ...rest, budget: `at most ${limit}`, kept: rest.ratio <= limit }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}
