// Waivers: what they cover decides nothing and stays in sight; whatever else they name changes no verdict.
import { judgeRun, type AcceptanceCase } from './acceptance-case.ts'
import { makeJunit } from './report-files.ts'
import { usualCases, usualScenarios, type RunSpec } from './run-folder.ts'

type Written = {
  readonly rule: string
  readonly only?: string
  readonly created?: string
  readonly expires?: string
}

/** Without a history the other rule cannot tell of a failure whether it is new. */
function waive(...waivers: Written[]): Record<string, string> {
  const text = waivers.map(
    ({ rule, only = '', created = '2026-11-20', expires = '2026-12-10' }) => `- rule: ${rule}${only}
  reason: The terminal at Dover is being replaced
  owner: qa@example.com
  link: https://tracker.example/OPS-12
  created: ${created}
  expires: ${expires}
`,
  )
  return {
    'policy/policy.yaml': 'rules: { no-new-failures: { level: record } }\n',
    'policy/waivers.yaml': text.join(''),
  }
}

const [wallet, identity] = usualScenarios
const onlyWallet = `\n  cases: [${wallet?.scenario}]`

function failing(...scenarios: (string | undefined)[]): RunSpec {
  return {
    cases: usualCases((found) =>
      scenarios.includes(found.scenario) ? { ...found, attempts: ['failed'] } : found,
    ),
  }
}

/** A run in which all is well, beside a report with a test that is waived, for `no-failures` and whatever else. */
function besideReport(report: string, ...more: string[]): AcceptanceCase {
  const only = '\n  cases: [pays]'
  const waivers = waive(...['no-failures', ...more].map((rule) => ({ rule, only })))
  return judgeRun(
    {},
    { files: { ...waivers, 'reports/unit.xml': report }, ask: { junit: ['reports/*.xml'] } },
  )
}

const known = '<testcase name="pays"><failure message="known"/></testcase>'
const ofOne = { rule: 'no-failures', only: onlyWallet }
const ofAll = { rule: 'no-failures' }
const over = { created: '2026-11-01', expires: '2026-11-22' }

export const waiverCases: Readonly<Record<string, AcceptanceCase>> = {
  'a-failure-that-is-waived': judgeRun(failing(wallet?.scenario), { files: waive(ofOne) }),
  'a-failure-that-is-waived-for-one-tenant': judgeRun(failing(wallet?.scenario), {
    files: waive({ ...ofOne, only: `${onlyWallet}\n  tenants: [maple]` }),
  }),
  'a-failure-beside-a-waived-one': judgeRun(failing(wallet?.scenario, identity?.scenario), {
    files: waive(ofOne),
  }),
  'a-waiver-of-one-test-in-a-report': besideReport(makeJunit(known)),
  'a-waiver-of-one-test-beside-an-error': besideReport(
    makeJunit(`${known}<error message="The database did not start: 200 tests did not run"/>`),
  ),
  'a-waiver-of-one-test-beside-counts-that-lie': besideReport(
    makeJunit(known, 'timestamp="2026-11-23T08:00:01" tests="50" failures="7"'),
    'results-readable',
  ),
  'a-waiver-that-is-over': judgeRun(failing(wallet?.scenario), { files: waive({ ...ofAll, ...over }) }),
  'a-waiver-that-nothing-needs': judgeRun({}, { files: waive({ rule: 'flake-budget' }) }),
  'a-waiver-of-the-seal': judgeRun(
    { seal: (seal) => ({ ...seal, interrupted: true }) },
    { files: waive({ rule: 'results-sealed' }, { rule: 'candidate-matches' }) },
  ),
}
