// Cases that may fail for a while, and what comes of it when their entries are not in order.
import { judgeRun, type AcceptanceCase } from './acceptance-case.ts'
import { firstCase, usualCases, type RunSpec } from './run-folder.ts'

const first = 'A new customer gets an empty wallet'

/** An entry of the quarantine; what is left out makes it one in order. */
function entry(change: Readonly<Record<string, string>> = {}): string {
  const fields = {
    feature: 'Opening a wallet',
    scenario: first,
    tenant: 'maple',
    owner: 'a.person@example.com',
    link: 'https://tracker.example.com/412',
    reason: 'The wallet is created twice under load',
    created: '2026-11-16',
    expires: '2026-11-30',
    ...change,
  }
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}`)
  return `- ${lines.join('\n  ')}\n`
}

const judge = (quarantine: string, spec: RunSpec): AcceptanceCase =>
  judgeRun(spec, { files: { 'policy/quarantine.yaml': quarantine } })

const failing: RunSpec = { cases: firstCase('failed'), retry: 0 }
const skipped = firstCase({ status: 'skipped', message: 'no terminal' })

export const quarantineCases: Readonly<Record<string, AcceptanceCase>> = {
  'a-failure-in-quarantine': judge(entry(), failing),
  'a-flaky-case-in-quarantine': judge(entry(), { cases: firstCase('failed', 'passed') }),
  'a-quarantine-for-another-tenant': judge(entry({ tenant: 'cedar' }), failing),
  'a-failure-beside-the-quarantine': judge(entry(), {
    retry: 0,
    cases: usualCases((found) =>
      found.tenant === 'maple' && found.capability !== 'points' ? { ...found, attempts: ['failed'] } : found,
    ),
  }),
  'a-quarantine-that-has-expired': judge(entry({ created: '2026-11-01', expires: '2026-11-22' }), failing),
  'a-quarantine-for-too-long': judge(entry({ expires: '2026-12-31' }), failing),
  'a-quarantine-that-names-nothing': judge(entry({ scenario: 'A wallet of long ago' }), {}),
  'a-quarantined-case-that-did-not-run': judge(entry(), { cases: skipped }),
  'a-quarantine-without-an-owner': judge(entry().replace(/ {2}owner: .*\n/, ''), failing),
  'a-quarantine-too-large': judge(Array.from({ length: 6 }, () => entry()).join(''), failing),
  'a-quarantine-in-a-run-without-an-end': judge(entry(), {
    seal: () => null,
    cases: firstCase(),
  }),
}
