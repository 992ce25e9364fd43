// A rule looks only where the policy lets it, says so, and passes on nothing no more than without a scope.
import { expect, test } from 'vitest'
import {
  noPast,
  problem,
  sampleCase,
  sampleEvidence,
  sampleRelease,
} from '../../test/acceptance/sample-evidence.ts'
import { samplePromised } from '../../test/acceptance/sample-promise.ts'
import { usualNowMs } from '../../test/acceptance/gate-environment.ts'
import { evaluateRules } from './evaluate-rules.ts'
import { parsePolicy } from './policy/parse-policy.ts'
import { noQuarantine } from './quarantine.ts'

const failing = sampleCase({ id: 'bad', severity: 'minor', tags: ['@slow'], outcome: 'failed' })
const evidence = sampleEvidence({ cases: [sampleCase({ severity: 'blocker', tags: ['smoke'] }), failing] })

function judge(scope: string, judged = evidence) {
  const text = `rules: { no-failures: { scope: ${scope} } }`
  const parsed = parsePolicy({ file: 'policy.yaml', text }, 'scheduled')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const asked = {
    evidence: judged,
    release: sampleRelease,
    promised: samplePromised(),
    suite: null,
    history: noPast,
    quarantine: noQuarantine,
    now: usualNowMs,
  }
  const found = evaluateRules(asked, parsed.value).find(({ rule }) => rule === 'no-failures')
  if (!found) throw new Error('no finding')
  return found
}

test.each([
  ['{ severity: [blocker, critical] }', 'pass', 'blocker or critical'],
  ['{ severity: [minor] }', 'fail', 'minor'],
  ['{ tags: "@smoke" }', 'pass', '@smoke'],
  ['{ tags: "not @slow" }', 'pass', 'not @slow'],
  ['{ tags: "@slow or @smoke" }', 'fail', '@slow or @smoke'],
  ['{ tags: "@smoke", severity: [minor] }', 'inconclusive', 'minor, @smoke'],
  ['{ tags: "@nobody-has-it" }', 'inconclusive', '@nobody-has-it'],
])('with %s it is %s', (scope, outcome, shown) => {
  expect(judge(scope)).toMatchObject({ outcome, expected: { scope: shown } })
})

test.each(['{ tags: " " }', '{ tags: "@smoke and" }', '{ severity: [] }', '{}'])(
  '%s narrows nothing and is refused',
  (scope) => {
    expect(() => judge(scope)).toThrow('rules.no-failures.scope')
  },
)

test('what failed outside of cases is in every scope', () => {
  const broken = sampleEvidence({ cases: evidence.cases, problems: [problem('global-error', 'setup')] })
  expect(judge('{ tags: "@smoke" }', broken).outcome).toBe('fail')
})
