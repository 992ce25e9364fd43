// What the gate costs beside reading the files at all, how much memory it takes, and how it compares with Allure 3's own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Ratio } from './harness-bench.ts'
import { openBenchResults, type BenchResults } from './open-bench-results.ts'

type Usage = { readonly ms: number; readonly cpuMs: number; readonly peakMb: number }

const main = fileURLToPath(new URL('../scripts/airlock.mjs', import.meta.url))
const allure = join(dirname(fileURLToPath(import.meta.resolve('allure'))), '..', 'cli.js')

/** Runs inside of what is measured and tells at its end what it took; only the process itself knows its peak. */
const tellUsage = `data:text/javascript,${encodeURIComponent(`
import { writeSync } from 'node:fs'
process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())))`)}`

/** The least that any gate has to do. */
const readAndParse = `
import { readdirSync, readFileSync } from 'node:fs'
const folder = process.argv[1]
for (const name of readdirSync(folder)) JSON.parse(readFileSync(folder + '/' + name, 'utf8'))`

/** Starts Node and waits for its end; anything but exit code 0 is an error. */
async function measure(
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Usage> {
  const start = performance.now()
  const child = spawn(process.execPath, ['--import', tellUsage, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const told = ['', '']
  for (const [index, stream] of [child.stdio[2], child.stdio[3]].entries())
    stream?.on('data', (data: Buffer) => (told[index] += data.toString('utf8')))
  const [exitCode] = (await once(child, 'close')) as [number | null]
  if (exitCode !== 0) throw new Error(`${args.join(' ')} left with ${String(exitCode)}\n${told[0] ?? ''}`)
  const usage = JSON.parse(told[1] ?? '') as NodeJS.ResourceUsage
  return {
    ms: performance.now() - start,
    cpuMs: (usage.userCPUTime + usage.systemCPUTime) / 1000,
    peakMb: usage.maxRSS / 1024,
  }
}

const runGate = async ({ root }: BenchResults, env?: Record<string, string>): Promise<Usage> =>
  measure([main, 'gate', '--results', 'allure-results', '--out', 'out'], root, env)

/** The least of some rounds, taken in turn: whatever else the machine does can only add to it. */
async function leastOf(rounds: number, ...measures: (() => Promise<Usage>)[]): Promise<Usage[]> {
  const all: Usage[][] = measures.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, act] of measures.entries()) all[index]?.push(await act())
  }
  const least = (some: readonly Usage[], key: keyof Usage): number => Math.min(...some.map((one) => one[key]))
  return all.map((some) => ({
    ms: least(some, 'ms'),
    cpuMs: least(some, 'cpuMs'),
    // Memory is none of the machine's load, so here the worst counts.
    peakMb: Math.max(...some.map(({ peakMb }) => peakMb)),
  }))
}
const nothing: Usage = { ms: Number.NaN, cpuMs: Number.NaN, peakMb: Number.NaN }

/** 100,000 results against reading and parsing the same files, and against Allure's gate; and the most memory ever held. */
export async function benchGate(): Promise<Ratio[]> {
  using results = openBenchResults(100_000)
  const [plain = nothing, gate = nothing] = await leastOf(
    5,
    () => measure(['--input-type=module', '--eval', readAndParse, results.folder], results.root),
    () => runGate(results),
  )
  // Two rounds, since one may take three times as long as the next.
  const [theirs = nothing] = await leastOf(2, () =>
    measure([allure, 'quality-gate', 'allure-results', '--max-failures', '0'], results.root),
  )
  const ratio = gate.cpuMs / plain.cpuMs
  return [
    {
      what: 'gate on 100,000 results against reading and parsing the same files',
      ratio,
      budget: 'at most 3',
      detail: `${describe(gate)}; reading and parsing ${describe(plain)}`,
      kept: ratio <= 3,
    },
    {
      what: 'peak memory of that, of 250 MB',
      ratio: gate.peakMb / 250,
      budget: 'under 1',
      detail: `${megabytes(gate)}; reading and parsing ${megabytes(plain)}, Allure 3 ${megabytes(theirs)}`,
      kept: gate.peakMb < 250,
    },
    compareSpeed(gate, theirs),
  ]
}

/** What a result costs among 400,000 and among 100,000. */
export async function benchGrowth(): Promise<Ratio> {
  using few = openBenchResults(100_000)
  using many = openBenchResults(400_000)
  const [small = nothing, large = nothing] = await leastOf(
    3,
    () => runGate(few),
    () => runGate(many),
  )
  const ratio = large.cpuMs / 4 / small.cpuMs
  return {
    what: 'cost of a result among 400,000 against 100,000',
    ratio,
    budget: 'at most 1.15',
    detail: `400,000: ${describe(large)}, ${megabytes(large)}; 100,000: ${describe(small)}`,
    kept: ratio <= 1.15,
  }
}

function compareSpeed(ours: Usage, theirs: Usage): Ratio {
  const ratio = theirs.cpuMs / ours.cpuMs
  return {
    what: "speed against Allure 3's quality gate on the same results",
    ratio,
    budget: 'at least 10',
    detail: `${describe(ours)}; Allure 3 ${describe(theirs)}`,
    kept: ratio >= 10,
  }
}

/** 1,000 results in a process that finds nothing compiled. What counts here is how long somebody waits. */
export async function benchCold(): Promise<Ratio> {
  using results = openBenchResults(1000)
  const cold = async (): Promise<Usage> => {
    const cache = await mkdtemp(join(tmpdir(), 'airlock-bench-cache-'))
    const usage = await runGate(results, { NODE_COMPILE_CACHE: cache })
    await rm(cache, { recursive: true, force: true })
    return usage
  }
  const [first = nothing, again = nothing] = await leastOf(9, cold, () => runGate(results))
  return {
    what: 'cold gate on 1,000 results, of 0.7 s',
    ratio: first.ms / 700,
    budget: 'under 1',
    detail: `1,000 results: ${seconds(first.ms)} with nothing compiled, ${seconds(again.ms)} again`,
    kept: first.ms < 700,
  }
}

/** Processor time is compared, since other load stretches a long process more than a short one. */
function describe({ cpuMs, ms }: Usage): string {
  return `${seconds(cpuMs)} of processor time in ${seconds(ms)}`
}

function megabytes({ peakMb }: Usage): string {
  return `${Math.round(peakMb)} MB`
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}
