// Which files a verdict was made by: those that lie beside the policy now, all of them and no others.
import { describe, expect, test } from 'vitest'
import { sampleVerdict } from '../../../test/acceptance/sample-attestation.ts'
import { checkPolicyFiles, type PolicyFile } from './check-policy.ts'

const sha256 = 'a'.repeat(64)
const other = 'b'.repeat(64)
const input = (path: string, digest = sha256) => ({ path, bytes: 1, sha256: digest })
const file = (path: string, rule: string | null = null): PolicyFile => ({ path, sha256, rule })

type Inputs = ReturnType<typeof input>[]

function check(inputs: Inputs, files: PolicyFile[], change: { path?: string; off?: string[] } = {}) {
  const { policy } = sampleVerdict()
  return checkPolicyFiles({ policy: { ...policy, path: 'policy/policy.yaml', ...change }, inputs }, files)
}

test('no file at all is as good as some, where it is so here', () => {
  expect(check([input('plan.json')], [])).toEqual({ ok: true, found: 'none, as here' })
})

test.each(['./policy/policy.yaml', 'policy\\policy.yaml', 'other/../policy/policy.yaml'])(
  'they lie beside %s',
  (path) => {
    const inputs = [input('policy/waivers.yaml'), input('rules/no-friday.ts')]
    const files = [file('waivers.yaml'), file('../rules/no-friday.ts', 'no-friday')]
    expect(check(inputs, files, { path }).ok).toBe(true)
  },
)

test('a policy in the folder of the project takes no file of the run for its own', () => {
  const inputs = [input('plan.json'), input('waivers.yaml'), input('evidence.json')]
  expect(check(inputs, [file('waivers.yaml')], { path: 'policy.yaml' }).ok).toBe(true)
})

describe('a difference is told by its file', () => {
  test.each<[string, Inputs, PolicyFile[]]>([
    ['waivers.yaml is another', [input('policy/waivers.yaml', other)], [file('waivers.yaml')]],
    [
      'waivers.yaml is another',
      [input('policy/waivers.yaml'), input('policy/waivers.yaml', other)],
      [file('waivers.yaml')],
    ],
    ['waivers.yaml was not there', [input('elsewhere/waivers.yaml')], [file('waivers.yaml')]],
    ['quarantine.yaml is not here', [input('policy/quarantine.yaml')], []],
    ['calendars/GB.yaml is not here', [input('policy/calendars/GB.yaml')], []],
    [
      'tenants.yaml was not there, waivers.yaml is not here',
      [input('policy/waivers.yaml')],
      [file('tenants.yaml')],
    ],
  ])('%s', (found, inputs, files) => {
    expect(check(inputs, files)).toEqual({ ok: false, found })
  })
})

test('only a rule that is off was not read', () => {
  const files = [file('rules/no-friday.ts', 'no-friday')]
  expect(check([], files, { off: ['no-friday'] }).ok).toBe(true)
  expect(check([], files, { off: ['approved'] }).ok).toBe(false)
  expect(check([input('policy/rules/no-friday.ts', other)], files, { off: ['no-friday'] }).ok).toBe(false)
})
