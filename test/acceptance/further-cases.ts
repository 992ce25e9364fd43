// A team's other suites beside the results that are judged: what fails there counts, and so does what is not there.
import { judgeResults, judgeRun, type AcceptanceCase } from './acceptance-case.ts'
import { writeFiles } from './promise-files.ts'
import { makeJunit, makePlaywright } from './report-files.ts'
import { makeResult, writeResults } from './results-folder.ts'
import { join } from 'node:path'

const good = [makeResult('opens a wallet'), makeResult('earns points')]
const failure = '<testcase name="discounts"><failure message="Expected 663 but was 600"/></testcase>'
const buys = { title: 'buys', results: ['passed'] }

type Reports = Readonly<Record<string, string>>

/** Allure results and these reports, found by their endings. */
const beside = (reports: Reports, rules?: string): AcceptanceCase => {
  const { arrange, ask } = judgeResults(good, rules === undefined ? {} : { rules })
  return {
    async arrange(root) {
      await arrange(root)
      await writeFiles(root, reports)
    },
    ask: { ...ask, ...askFor(reports) },
  }
}

function askFor(reports: Reports) {
  const has = (ending: string): boolean => Object.keys(reports).some((name) => name.endsWith(ending))
  return {
    ...(has('.xml') ? { junit: ['reports/**/*.xml'] } : {}),
    ...(has('.json') ? { playwright: ['reports/**/*.json'] } : {}),
  }
}

/** One of the two parts of a suite. */
const makePart = (suite: string, current: number): string =>
  makePlaywright([{ title: `${suite} ${current}`, results: ['passed'] }], {
    config: { configFile: `/home/x/${suite}/playwright.config.ts`, shard: { current, total: 2 } },
  })

const ofRun = (reports: Reports): AcceptanceCase => judgeRun({}, { files: reports, ask: askFor(reports) })

export const furtherCases: Readonly<Record<string, AcceptanceCase>> = {
  'further-all-passed': beside({
    'reports/a/unit.xml': makeJunit('', `timestamp="2026-11-23T08:00:01" tests="2" failures="0" errors="0"`),
    'reports/shop.json': makePlaywright([buys]),
  }),
  'further-beside-a-run': ofRun({ 'reports/unit.xml': makeJunit() }),
  'further-failure-beside-a-run': ofRun({ 'reports/unit.xml': makeJunit(failure) }),
  'further-allure-results-beside-a-run': {
    ...judgeRun({}, { ask: { results: ['other-results'] } }),
    async arrange(root) {
      await judgeRun({}).arrange(root)
      await writeResults(join(root, 'other-results'), [...good, makeResult('pays', { status: 'broken' })])
    },
  },

  'junit-with-a-failure': beside({ 'reports/unit.xml': makeJunit(failure) }),
  'junit-counts-that-lie': beside({
    'reports/unit.xml': makeJunit('', 'timestamp="2026-11-23T08:00:01" tests="3" failures="1"'),
  }),
  'junit-cut-short': beside({ 'reports/unit.xml': makeJunit(failure).slice(0, 230) }),
  'junit-rerun-until-it-passed': beside({
    'reports/unit.xml': makeJunit('<testcase name="pays"><flakyFailure message="timeout"/></testcase>'),
  }),
  'junit-error-outside-of-tests': beside({
    'reports/unit.xml': makeJunit('<error message="The database did not start"/>'),
  }),
  'junit-with-entities': beside({
    'reports/unit.xml': `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(50)}">]>${makeJunit().slice(22)}`,
  }),
  'junit-same-name-twice': beside({
    'reports/unit.xml': makeJunit('<testcase name="pays"/><testcase name="pays"><failure/></testcase>'),
  }),
  'junit-with-a-word-of-its-own': beside({
    'reports/unit.xml': makeJunit('<testcase name="pays" result="Inconclusive"/>'),
  }),
  'junit-suite-where-none-is-read': beside({
    'reports/unit.xml': makeJunit(`<group><testsuite name="shop">${failure}</testsuite></group>`),
  }),
  'junit-reports-of-a-matrix': beside(
    {
      'reports/linux.xml': makeJunit(failure),
      'reports/windows.xml': makeJunit(
        failure.replace(/<failure.*\/>/, ''),
        'timestamp="2026-11-23T08:05:00"',
      ),
    },
    'rules:\n  flake-budget: { max: 5 }\n',
  ),
  'junit-without-a-time': beside({ 'reports/unit.xml': makeJunit('', '') }),
  'junit-without-a-time-allowed': beside(
    { 'reports/unit.xml': makeJunit('', '') },
    'rules:\n  results-fresh: { undatedReports: warn }\n',
  ),
  'junit-of-last-week': beside({ 'reports/unit.xml': makeJunit('', 'timestamp="2026-11-16T08:00:00"') }),
  'junit-that-is-not-there': {
    ...judgeResults(good),
    ask: { results: ['allure-results'], junit: ['reports/**/*.xml'] },
  },

  'playwright-flaky': beside({
    'reports/shop.json': makePlaywright([buys, { title: 'pays', results: ['failed', 'passed'] }]),
  }),
  'playwright-repeated-until-it-passed': beside(
    {
      'reports/shop.json': makePlaywright([
        { title: 'pays', results: ['failed'] },
        { title: 'pays', results: ['passed'], startsAfterMs: 5000 },
      ]),
    },
    'rules:\n  flake-budget: { max: 5 }\n',
  ),
  'playwright-error-outside-of-tests': beside({
    'reports/shop.json': makePlaywright([buys], { errors: [{ message: 'Cannot find module ./basket' }] }),
  }),
  'playwright-failure-that-was-expected': beside({
    'reports/shop.json': makePlaywright([
      buys,
      { title: 'pays', results: ['failed'], expectedStatus: 'failed' },
    ]),
  }),
  'playwright-not-run': beside({
    'reports/shop.json': makePlaywright([buys, { title: 'pays', results: ['skipped'] }]),
  }),
  'playwright-one-shard-of-one-suite': beside({
    'reports/shop-1.json': makePart('shop', 1),
    'reports/shop-2.json': makePart('shop', 2),
    'reports/admin-1.json': makePart('admin', 1),
  }),
  'playwright-one-shard-of-three': beside({
    'reports/shop.json': makePlaywright([buys], { config: { shard: { current: 1, total: 3 } } }),
  }),
}
