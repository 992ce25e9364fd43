// Each rule of ours lets the sound run pass and stops the fault that is planted for it; one that does not is said to.
import { expect, test } from 'vitest'
import { proveRule } from '../evaluate-rules.ts'
import { rules } from '../rules/rules.ts'
import { plants } from './plants.ts'
import { proveRules, type Provable } from './prove-rules.ts'
import { soundInput } from './sound-input.ts'

test.each(rules)('$id stops what is planted for it, and nothing else', (rule) => {
  expect(proveRule(rule)).toEqual([{ rule: rule.id, flaw: null }])
})

test('what is planted leaves the sound run as it was', () => {
  const before = JSON.stringify(soundInput)
  for (const { id } of rules) expect(plants[id](soundInput), id).not.toEqual(soundInput)
  expect(JSON.stringify(soundInput)).toBe(before)
})

const plant: Provable['plant'] = (sound) => ({ ...sound, now: sound.now + 1 })

/** A rule that says the one thing of the sound run and the other of what was planted. */
function proveWords(
  sound: 'pass' | 'fail',
  planted: 'pass' | 'fail' | 'warn' | 'inconclusive',
  worst?: 'warn',
) {
  const evaluate: Provable['rule']['evaluate'] = ({ now }) => ({
    outcome: now === soundInput.now ? sound : planted,
  })
  const rule = { id: 'own', evaluate, ...(worst ? { worst } : {}) }
  return proveRules([{ rule, plant }]).map(({ flaw }) => flaw)
}

test('a rule is trusted if it stops its fault, or warns of it where it never does more', () => {
  expect(proveWords('pass', 'fail')).toEqual([null])
  expect(proveWords('pass', 'warn', 'warn')).toEqual([null])
})

test('a rule that stops nothing, only warns, cannot tell, stops everything or throws is not', () => {
  expect(proveWords('pass', 'pass')).toEqual(['lets its fault pass (pass)'])
  expect(proveWords('pass', 'warn')).toEqual(['lets its fault pass (warn)'])
  expect(proveWords('pass', 'inconclusive')).toEqual(['lets its fault pass (inconclusive)'])
  expect(proveWords('pass', 'pass', 'warn')).toEqual(['lets its fault pass (pass)'])
  expect(proveWords('fail', 'fail')).toEqual(['stops a sound run (fail)'])
  const evaluate = (): never => {
    throw new Error('no such field')
  }
  expect(proveRules([{ rule: { id: 'own', evaluate }, plant }])).toEqual([
    { rule: 'own', flaw: 'throws: no such field' },
  ])
})
