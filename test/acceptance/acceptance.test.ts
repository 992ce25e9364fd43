// The gate on whole folders, as a release manager meets it. What each case has to answer is written by hand in its
// `expected.json`: the rules it names have that outcome, and all others pass. `verdict.txt` is the text on the terminal;
// UPDATE=1 writes it anew, and the difference is read like code.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evidenceSchema, type Evidence } from '../../src/evidence/evidence.ts'
import type { Outcome, Verdict, VerdictWord } from '../../src/gate/verdict.ts'
import { verdictSchema } from '../../src/gate/verdict.ts'
import { rules } from '../../src/gate/rules/rules.ts'
import type { AcceptanceCase } from './acceptance-case.ts'
import { cases } from './cases.ts'
import { askGate } from './gate-environment.ts'

type Expected = { verdict: VerdictWord; exitCode: number; outcomes: Record<string, Outcome> }

const here = import.meta.dirname
const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const readExpected = (name: string): Expected =>
  JSON.parse(readFileSync(join(here, name, 'expected.json'), 'utf8')) as Expected

describe.each([...cases])('%s', (name, found) => {
  test('is judged as expected, and says so', async () => {
    const { verdict, evidence, exitCode, text } = await judge(found)
    const expected = readExpected(name)
    expect({ verdict: verdict.verdict, exitCode, outcomes: selectOutcomes(verdict) }).toEqual(expected)
    expect(listStrangers(verdict, evidence)).toEqual([])
    expectGolden(join(here, name, 'verdict.txt'), text)
  })
})

async function judge({ arrange, ask, nowMs }: AcceptanceCase) {
  const root = await mkdtemp(join(tmpdir(), 'airlock-acceptance-'))
  try {
    await arrange(root)
    const { exitCode, stdout } = await askGate(root, { ...ask, out: 'out' }, nowMs)
    const read = (file: string): unknown => JSON.parse(readFileSync(join(root, 'out', file), 'utf8'))
    const evidence = evidenceSchema.parse(read('evidence.json'))
    return { exitCode, text: stdout, evidence, verdict: verdictSchema.parse(read('verdict.json')) }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** Cases and tenants that a finding names and the evidence does not have. */
function listStrangers({ findings }: Verdict, { cases, tenants }: Evidence): string[] {
  const known = new Set([...cases.flatMap(({ id, tenant }) => [id, tenant]), ...tenants.map(({ id }) => id)])
  return findings.flatMap((finding) => [...finding.cases, ...finding.tenants]).filter((id) => !known.has(id))
}

function selectOutcomes({ findings }: Verdict): Record<string, Outcome> {
  const telling = findings.filter(({ outcome }) => outcome !== 'pass')
  return Object.fromEntries(telling.map(({ rule, outcome }) => [rule, outcome]))
}

function expectGolden(file: string, text: string): void {
  if (process.env['UPDATE'] === '1') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
}

test('each case has a folder, and there are no others', () => {
  expect(folders.map(({ name }) => name).toSorted()).toEqual([...cases.keys()].toSorted())
})

// No file makes a build of the gate unproven: the test of evaluate-rules breaks each rule to see that one fail.
const ofFiles = rules.filter(({ id }) => id !== 'gate-proven').map(({ id, worst = 'fail' }) => [id, worst])

test.each(ofFiles)('%s is seen to pass, to %s and to doubt', (id = '', worst) => {
  const all = folders.map(({ name }) => readExpected(name))
  expect(all.some(({ verdict, outcomes }) => verdict === 'pass' && outcomes[id] === undefined)).toBe(true)
  expect(all.some(({ outcomes }) => outcomes[id] === worst)).toBe(true)
  expect(all.some(({ outcomes }) => outcomes[id] === 'inconclusive')).toBe(true)
})

test('the verdict follows from the outcomes alone, and the exit code from the verdict', () => {
  const exitCodes = { pass: 0, block: 1, inconclusive: 2 }
  for (const { name } of folders) {
    const { verdict, exitCode } = readExpected(name)
    expect(exitCode, name).toBe(exitCodes[verdict])
  }
})
