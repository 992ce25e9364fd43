// A folder of Allure results as an adapter writes them: a test case each, between 3 and 4 kB, all passed a moment ago.
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type BenchResults = Disposable & {
  readonly root: string
  readonly folder: string
  readonly bytes: number
}

/** So many results below a project of their own, which judges them by the preset for them. */
export function openBenchResults(count: number): BenchResults {
  const root = mkdtempSync(join(tmpdir(), 'airlock-bench-results-'))
  const folder = join(root, 'allure-results')
  mkdirSync(folder)
  mkdirSync(join(root, 'policy'))
  writeFileSync(join(root, 'policy', 'policy.yaml'), 'extends: results-only\n')
  const startMs = Date.now() - 600_000
  let bytes = 0
  for (let number = 0; number < count; number++) {
    // Adapters name the file by the uuid of its result.
    const uuid = randomUUID()
    const text = JSON.stringify({ uuid, ...makeResult(number, startMs) })
    writeFileSync(join(folder, `${uuid}-result.json`), text)
    bytes += text.length
  }
  return { root, folder, bytes, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) }
}

const severities = ['blocker', 'critical', 'normal', 'normal', 'minor']

function makeResult(number: number, startMs: number): object {
  const feature = `Feature ${number % 200}`
  const start = startMs + (number % 500_000)
  return {
    historyId: randomUUID().replaceAll('-', ''),
    testCaseId: randomUUID().replaceAll('-', ''),
    fullName: `features/part-${number % 40}/feature-${number % 200}.feature: Scenario number ${number}`,
    name: `Scenario number ${number}`,
    status: 'passed',
    stage: 'finished',
    statusDetails: {},
    start,
    stop: start + 40,
    parameters: [
      { name: 'tenant', value: number % 2 === 0 ? 'maple' : 'cedar' },
      { name: 'amount', value: String(number % 97) },
    ],
    labels: [
      { name: 'epic', value: `Capability ${number % 12}` },
      { name: 'feature', value: feature },
      { name: 'suite', value: feature },
      { name: 'framework', value: 'cucumberjs' },
      { name: 'language', value: 'javascript' },
      { name: 'severity', value: severities[number % severities.length] },
      { name: 'tag', value: 'regression' },
      { name: 'host', value: 'worker-1' },
      { name: 'thread', value: `lane-${number % 4}` },
    ],
    links: [],
    steps: sentences.map((name, at) => makeStep(`${name} ${number}`, start + at, [`request of step ${at}`])),
    attachments: [],
  }
}

const sentences = [
  'Given a points scheme whose points last until the end of the month after next, as of customer',
  'And Anna is a member of it with a card that she has used before, numbered',
  'When she pays for a basket of groceries at the till of the outlet with number',
  'And the till settles what was opened in her name under the reference',
  'Then the points that she earned by it are booked once, whatever was sent twice, for',
  'And her balance tells it, and so does the ledger that customer care reads of wallet',
]

/** With every field that adapters write, also where there is nothing in it. */
function makeStep(name: string, start: number, inner: readonly string[]): object {
  return {
    name,
    status: 'passed',
    stage: 'finished',
    statusDetails: {},
    start,
    stop: start + 1,
    steps: inner.map((one) => makeStep(one, start, [])),
    attachments: [],
    parameters: [],
  }
}
