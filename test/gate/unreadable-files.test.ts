// A disk that fails and a file that belongs to somebody else are found in what a run left behind: the gate says so and
// judges the rest, and is no fault of itself.
import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verdictSchema } from '../../src/gate/verdict.ts'
import { judgeResults, judgeRun, type AcceptanceCase } from '../acceptance/acceptance-case.ts'
import { askGate, type Judged } from '../acceptance/gate-environment.ts'
import { makeResult } from '../acceptance/results-folder.ts'
import { beginHistory } from '../empty-history.ts'

const nobody = 65_534

/** Root may read everything, so that it has to be somebody else meanwhile. */
async function askAsSomebody(root: string, act: () => Promise<Judged>): Promise<Judged> {
  if (process.getuid?.() !== 0) return act()
  const all = readdirSync(root, { recursive: true }).map((name) => join(root, String(name)))
  for (const path of [root, ...all]) chownSync(path, nobody, nobody)
  process.seteuid?.(nobody)
  try {
    return await act()
  } finally {
    process.seteuid?.(0)
  }
}

async function judgeWithout({ arrange, ask }: AcceptanceCase, closed: string) {
  const root = mkdtempSync(join(tmpdir(), 'airlock-unreadable-'))
  await arrange(root)
  beginHistory(root)
  chmodSync(join(root, closed), 0)
  const { exitCode } = await askAsSomebody(root, () => askGate(root, { ...ask, out: 'out' }))
  const verdict = verdictSchema.parse(JSON.parse(readFileSync(join(root, 'out', 'verdict.json'), 'utf8')))
  const found = verdict.findings.filter(({ outcome }) => outcome !== 'pass').map(({ rule }) => rule)
  chmodSync(join(root, closed), 0o700)
  return { exitCode, found }
}

test.each([
  ['plan.json', 'plan-complete'],
  ['run.json', 'results-sealed'],
  ['coverage.json', 'operations-covered'],
  ['openapi.json', 'contract-kept'],
  ['messages/shard-1-of-1.ndjson', 'witnesses-agree'],
  ['messages', 'witnesses-agree'],
  ['allure-results', 'results-readable'],
  ['allure-results/environment.properties', 'results-sealed'],
])('%s of a run that cannot be read is for %s to tell', async (name, rule) => {
  const { exitCode, found } = await judgeWithout(judgeRun({}), join('run', name))
  expect(exitCode).toBe(1)
  expect(found).toContain(rule)
})

test.each(['allure-results', 'allure-results/0000-result.json'])('%s of another framework', async (name) => {
  const { exitCode, found } = await judgeWithout(judgeResults([makeResult('a'), makeResult('b')]), name)
  expect(exitCode).toBe(1)
  expect(found).toContain('results-readable')
})
