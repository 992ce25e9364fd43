// A made-up run as files: what Airlock leaves of it before anybody reports on it.
import { hash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EvidenceCase } from '../../src/evidence/evidence.ts'
import { renderCategories, renderEnvironment, renderExecutor } from '../../src/run/allure-side-files.ts'
import { runId } from './sample-plan.ts'
import { startMs, type Event, type Sample } from './sample-run.ts'

/** Writes the run as Airlock leaves it before anybody reports on it. */
export async function writeSample(
  folder: string,
  sample: Sample,
  without: readonly string[] = [],
): Promise<void> {
  const results = join(folder, 'allure-results')
  await mkdir(results, { recursive: true })
  const files = {
    'plan.json': JSON.stringify(sample.plan),
    'run.json': JSON.stringify({ ...sample.evidence.seal, files: [], durations: [] }),
    'evidence.json': JSON.stringify(sample.evidence),
    'verdict.json': JSON.stringify(sample.verdict),
    'allure-results/categories.json': renderCategories(),
    'allure-results/environment.properties': renderEnvironment({ Candidate: '7.7.0', Target: 'reference' }),
    'allure-results/executor.json': renderExecutor({
      runId,
      startMs,
      env: {},
      reportName: 'Candidate 7.7.0',
    }),
  }
  const chosen = Object.entries(files).filter(([name]) => !without.includes(name))
  await Promise.all(chosen.map(([name, text]) => writeFile(join(folder, name), text)))
  const attempts = sample.evidence.cases.flatMap((found) => makeAllureResults(found, sample.events))
  await Promise.all(
    attempts.map((result) => writeFile(join(results, `${result.uuid}-result.json`), JSON.stringify(result))),
  )
}

function makeAllureResults(found: EvidenceCase, events: readonly Event[]) {
  const step =
    events.find(({ scenario }) => scenario === found.scenario)?.step ?? 'When the customer settles the basket'
  return found.attempts.map(({ uuid, status, message, start, stop }, attempt) => ({
    uuid,
    historyId: found.id,
    testCaseId: hash('sha256', `${found.uri}${found.scenario}`),
    fullName: `${found.uri} › ${found.scenario}`,
    name: found.scenario,
    status,
    stage: 'finished',
    statusDetails:
      status === 'passed' ? {} : { message, trace: `${message}\n    at steps/pos.steps.ts:12:5` },
    start,
    stop,
    steps: [
      {
        name: 'Given a customer with a wallet',
        status: 'passed',
        stage: 'finished',
        start,
        stop: start,
        steps: [],
      },
      { name: step, status, stage: 'finished', start, stop, steps: [] },
    ],
    attachments: [],
    parameters: [{ name: 'tenant', value: found.tenant }],
    labels: [
      { name: 'case', value: found.id },
      { name: 'run', value: runId },
      { name: 'tenant', value: found.tenant },
      { name: 'attempt', value: String(attempt) },
      { name: 'epic', value: found.capability },
      { name: 'feature', value: found.feature },
      { name: 'parentSuite', value: found.capability },
      { name: 'suite', value: found.feature },
      { name: 'severity', value: found.severity },
    ],
    links: [],
  }))
}
