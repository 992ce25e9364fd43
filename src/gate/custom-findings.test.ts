// Each of a team's rules is told by its own answer, whichever came first.
import { expect, test } from 'vitest'
import { findCustom, makeFailedAnswer, type CustomAnswer } from './custom-findings.ts'
import { parsePolicy } from './policy/parse-policy.ts'
import type { Policy } from './policy/policy.ts'

const names = ['late', 'early', 'quiet'] as const

function policyWith(level: 'block' | 'off'): Policy {
  const parsed = parsePolicy({ file: 'policy.yaml', text: '' }, 'scheduled')
  if (!parsed.ok) throw new Error('an empty policy is one')
  const custom = names.map((id) => ({
    id,
    level: id === 'quiet' ? level : ('block' as const),
    settings: {},
    module: `./${id}.ts`,
    timeoutSeconds: 5,
  }))
  return { ...parsed.value, custom }
}

const answer = (id: string, outcome: 'pass' | 'fail', title: string | null = null): CustomAnswer => ({
  id,
  title,
  judgement: {
    outcome,
    expected: { most: 1 },
    actual: { found: id },
    cases: ['b', 'a'],
    tenants: ['y', 'x'],
  },
  remedy: 'Mend it.',
})

test('each rule has its own answer, in the order of the policy', () => {
  const found = findCustom(policyWith('off'), [answer('early', 'pass', 'Early'), answer('late', 'fail')])
  expect(found).toEqual([
    expect.objectContaining({ rule: 'late', outcome: 'fail', actual: { found: 'late' }, remedy: 'Mend it.' }),
    expect.objectContaining({ rule: 'early', outcome: 'pass', title: 'Early', remedy: '' }),
  ])
  expect(found[0]).toMatchObject({ cases: ['a', 'b'], tenants: ['x', 'y'] })
  expect(found[0]).not.toHaveProperty('title')
})

test('a rule that nobody ran cannot tell', () => {
  const [late, early, quiet] = findCustom(policyWith('block'), [answer('quiet', 'pass')])
  expect(late).toMatchObject({ ...makeFailedAnswer('late', 'nobody ran it').judgement, rule: 'late' })
  expect(late?.remedy).toBe('This rule failed by itself: mend its module.')
  expect(early).toMatchObject({ outcome: 'inconclusive', cases: [], tenants: [] })
  expect(quiet).toMatchObject({ rule: 'quiet', outcome: 'pass' })
})
