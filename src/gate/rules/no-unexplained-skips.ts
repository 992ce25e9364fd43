// A skipped test is one that did not run. It is excused only twice over: the result gives a reason, and the policy
// names the scenario or its tag together with a reason of its own.
import { z } from 'zod'
import type { EvidenceCase } from '../../evidence/evidence.ts'
import { hasFailedBefore } from '../../evidence/judge-case.ts'
import { defineRule, idsOf, tenantsOf } from '../rule.ts'
import { isSeen, writtenText as text } from '../../release/written-text.ts'

const allowanceSchema = z
  .strictObject({ tag: text.optional(), scenario: text.optional(), reason: text })
  .refine(
    ({ tag, scenario }) => (tag === undefined) !== (scenario === undefined),
    'either a tag or a scenario',
  )

type Allowance = z.output<typeof allowanceSchema>

export const noUnexplainedSkips = defineRule({
  id: 'no-unexplained-skips',
  settings: z.strictObject({ allow: z.array(allowanceSchema).default([]) }),
  isScoped: true,
  looser: { allow: 'more' },
  evaluate({ evidence, settings: { allow } }) {
    const skipped = evidence.cases.filter(({ outcome }) => outcome === 'skipped')
    const unexplained = skipped.filter((found) => !isExplained(found, allow))
    const unused = allow.filter((allowance) => !skipped.some((found) => isMeant(found, allowance)))
    const none = evidence.counts.tests === 0 ? ('inconclusive' as const) : ('pass' as const)
    return {
      // An allowance that nothing needs any more would excuse the next skip unseen.
      outcome: unexplained.length > 0 ? 'fail' : unused.length > 0 && none === 'pass' ? 'warn' : none,
      expected: { unexplained: 0, allowances: allow.length },
      actual: {
        tests: evidence.counts.tests,
        skipped: skipped.length,
        unexplained: unexplained.length,
        pending: unexplained.filter(isPending).length,
        withoutReason: unexplained.filter((found) => !hasReason(found)).length,
        unusedAllowances: unused.map(({ tag, scenario }) => tag ?? scenario ?? ''),
      },
      cases: idsOf(unexplained),
      tenants: tenantsOf(unexplained),
    }
  },
})

function isExplained(found: EvidenceCase, allow: readonly Allowance[]): boolean {
  if (isPending(found) || !hasReason(found) || hasFailedBefore(found.attempts)) return false
  return allow.some((allowance) => isMeant(found, allowance))
}

function isPending({ attempts }: EvidenceCase): boolean {
  return attempts.at(-1)?.pending === true
}

function hasReason({ attempts }: EvidenceCase): boolean {
  return isSeen(attempts.at(-1)?.message ?? '')
}

/** Tags are written with or without their sign: Allure leaves it out, Gherkin does not. */
function isMeant({ tags, scenario }: EvidenceCase, allowance: Allowance): boolean {
  if (allowance.scenario !== undefined) return scenario === allowance.scenario
  const wanted = allowance.tag?.replace(/^@/, '')
  return tags.some((tag) => tag.replace(/^@/, '') === wanted)
}
