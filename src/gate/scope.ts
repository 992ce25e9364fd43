// Some rules look at cases one by one, and a policy may narrow such a rule to some of them: by how much a failure of
// theirs would hurt, or by their tags. What is out of scope is as if it had not run.
import parseTagExpression from '@cucumber/tag-expressions'
import { z } from 'zod'
import { countEvidence } from '../evidence/count-evidence.ts'
import type { Evidence, EvidenceCase } from '../evidence/evidence.ts'
import { severities } from '../plan/plan.ts'
import { tagExpressionSchema } from '../release/tag-expression.ts'

export const scopeSchema = z
  .strictObject({
    severity: z.array(z.enum(severities)).min(1, 'at least one severity').optional(),
    tags: tagExpressionSchema.describe('A tag expression, such as @smoke and not @slow').optional(),
  })
  .refine(({ severity, tags }) => severity !== undefined || tags !== undefined, 'severity or tags')

export type Scope = z.output<typeof scopeSchema>

/** The evidence with the cases in scope alone; what went wrong outside of cases stays. */
export function narrowEvidence(evidence: Evidence, scope: Scope): Evidence {
  const isInScope = makeScopeTest(scope)
  const cases = evidence.cases.filter(isInScope)
  const { problems, counts } = evidence
  return { ...evidence, cases, counts: countEvidence({ files: counts.files, cases, problems }) }
}

/** For readers: `blocker or critical, @smoke`. */
export function describeScope({ severity = [], tags = '' }: Scope): string {
  return [severity.join(' or '), tags].filter((part) => part !== '').join(', ')
}

/** Tags are written with or without their sign: Allure leaves it out, Gherkin does not. */
function makeScopeTest({ severity, tags }: Scope): (found: EvidenceCase) => boolean {
  const expression = tags === undefined ? null : parseTagExpression(tags)
  return (found) =>
    (severity === undefined || severity.includes(found.severity)) &&
    (expression === null || expression.evaluate(found.tags.map((tag) => `@${tag.replace(/^@/, '')}`)))
}
