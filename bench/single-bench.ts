// How long somebody waits who has changed one scenario and runs it, while the platform is up in another terminal.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTarget } from '../src/run/start-target.ts'
import type { Ratio } from './harness-bench.ts'

const root = join(import.meta.dirname, '..')
const targetPath = 'policy/targets/reference.yaml'
const scenario = 'features/points/ledger.feature:13'
const limitMs = 2000
const rounds = 5

/** The whole process, from its start to its end, as a part of two seconds: the middle one of five. */
export async function benchSingle(): Promise<Ratio> {
  const folder = mkdtempSync(join(tmpdir(), 'airlock-single-'))
  const env = { ...process.env }
  const command = [process.execPath, 'reference/main.ts', '--stop-with-stdin']
  const up = await startTarget({ command, cwd: root, env, timeoutMs: 60_000 })
  try {
    const target = writeTarget(folder, up.environment)
    const times = Array.from({ length: rounds }, () => timeRun(target, folder))
    const middle = times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Infinity
    return {
      what: 'one API scenario for one tenant from start to result, of 2 s',
      ratio: middle / limitMs,
      budget: 'under 1',
      kept: middle < limitMs,
      detail: `${times.map((ms) => (ms / 1000).toFixed(2)).join(', ')} s`,
    }
  } finally {
    await up.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function writeTarget(folder: string, environment: Readonly<Record<string, string>>): string {
  const running = join(folder, 'running.json')
  writeFileSync(running, JSON.stringify({ pid: process.pid, environment }))
  const written = readFileSync(join(root, targetPath), 'utf8')
  const path = join(folder, 'target.yaml')
  writeFileSync(path, written.replace(/^running: .*$/m, `running: ${running}`))
  return path
}

function timeRun(target: string, folder: string): number {
  const out = join(folder, `run-${performance.now()}`)
  const args = [
    'scripts/airlock.mjs',
    'run',
    scenario,
    '--tenants',
    'maple',
    '--target',
    target,
    '--out',
    out,
  ]
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  const tookMs = performance.now() - start
  if (status !== 0 || !stdout.includes('1 of 1 cases passed')) throw new Error(`${stdout}${stderr}`)
  return tookMs
}
